package dev.twinwatch.sandbox.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the machine has room for what is about to start: said at once, not when it runs out in the middle. */
public final class Room {
    private static final long MEBI = 1L << 20;

    private Room() {}

    /**
     * Looks at the disk of a folder that exists.
     *
     * @param bytes needed
     * @throws StartupException if fewer are free for this user
     */
    public static void requireDisk(Path folder, long bytes) {
        long free;
        try {
            free = Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new StartupException(
                    "disk of data folder " + folder + " cannot be looked at (" + e
                            + "): choose a folder on a local disk",
                    e);
        }
        if (free < bytes) {
            throw new StartupException("disk of data folder " + folder + " has " + free / MEBI + " MiB free, "
                    + bytes / MEBI + " MiB are needed: free some, or choose a folder on another disk with --data");
        }
    }

    /**
     * Looks at what Java may use for its heap.
     *
     * @param most as {@link Runtime#maxMemory} tells it, in bytes
     * @param bytes needed
     * @throws StartupException if it may use less
     */
    public static void requireHeap(long most, long bytes) {
        if (most < bytes) {
            throw new StartupException("Java may use " + most / MEBI + " MiB of memory, " + bytes / MEBI
                    + " MiB are needed: start with TWINWATCH_JAVA_OPTIONS=-Xmx" + bytes / MEBI
                    + "m on a machine that has as much, or ask for fewer --events");
        }
    }

    /**
     * Looks at the memory of the machine, or of the container that Java runs in: a heap that it may grow to on paper
     * does not help where there is less.
     *
     * @param total as {@link com.sun.management.OperatingSystemMXBean#getTotalMemorySize} tells it, in bytes
     * @param bytes needed
     * @throws StartupException if it has less
     */
    public static void requireMemory(long total, long bytes) {
        if (total < bytes) {
            throw new StartupException("this machine, or the container, has " + total / MEBI + " MiB of memory, "
                    + bytes / MEBI + " MiB are needed: give it more, or run this elsewhere");
        }
    }
}
