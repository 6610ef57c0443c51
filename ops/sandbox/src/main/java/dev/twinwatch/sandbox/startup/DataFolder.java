package dev.twinwatch.sandbox.startup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A folder that one running part of the sandbox owns until it is closed; another owner is refused. */
public final class DataFolder implements AutoCloseable {
    private static final String LOCK_FILE = "sandbox.lock";

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Creates the folder if it is absent and takes it.
     *
     * @throws StartupException if it cannot be created or written, or another process or object owns it
     */
    public static DataFolder claim(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        FileChannel channel;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(folder.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StartupException(
                    "data folder " + folder + " cannot be written (" + e
                            + "): choose another folder or give this user the right to write there",
                    e);
        }
        if (tryLock(channel, folder) == null) {
            closeQuietly(channel);
            throw new StartupException(
                    "data folder " + folder + " is in use by another sandbox: stop that one or choose another folder");
        }
        return new DataFolder(folder, channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel, Path folder) {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        } catch (IOException e) {
            closeQuietly(channel);
            throw new StartupException(
                    "data folder " + folder + " cannot be locked (" + e + "): choose a folder on a local disk", e);
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException ignored) {
            // The refusal that the caller throws says more than this would.
        }
    }

    /** The folder, absolute. */
    public Path path() {
        return path;
    }

    /** Gives the folder back; the lock goes with its channel. */
    @Override
    public void close() {
        closeQuietly(lock);
    }
}
