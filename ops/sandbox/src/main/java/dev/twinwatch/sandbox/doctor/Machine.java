package dev.twinwatch.sandbox.doctor;

import com.sun.management.OperatingSystemMXBean;
import dev.twinwatch.sandbox.startup.LoopbackPort;
import dev.twinwatch.sandbox.startup.StartupException;
import dev.twinwatch.trainer.training.NativeAlgebra;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The machine itself: Java, memory, disk, ports, Maven, native library. */
public final class Machine {
    private static final int LEAST_JAVA = 17;
    private static final double GIB = 1L << 30;
    private static final long LEAST_MEMORY = 4L << 30;
    private static final long LEAST_DISK = 2L << 30;

    private Machine() {}

    /** Everything, in the order in which a beginner needs it. */
    public static List<Diagnosis> examine() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return List.of(
                java(Runtime.version().feature()),
                memory(system.getTotalMemorySize(), system.getFreeMemorySize()),
                disk(Path.of("").toAbsolutePath()),
                maven(),
                port(9092, "the broker of `sandbox`", "a broker of your own, or give `sandbox --port` another one"),
                port(
                        8081,
                        "the registry of `sandbox`",
                        "one of your own, or give `sandbox --registry-port` another one"),
                port(8080, "the API of `serve`", "a service that runs already, or set http.port in the settings"),
                nativeAlgebra());
    }

    static Diagnosis java(int feature) {
        String found = "Java " + Runtime.version() + " of " + System.getProperty("java.vendor");
        return feature >= LEAST_JAVA
                ? Diagnosis.ok("Java", found)
                : Diagnosis.fails("Java", found + ": install a JDK " + LEAST_JAVA + " or newer, or set JAVA_HOME");
    }

    static Diagnosis memory(long total, long free) {
        String found = gib(total) + ", " + gib(free) + " free at the moment";
        return total >= LEAST_MEMORY
                ? Diagnosis.ok("memory", found)
                : Diagnosis.lacks(
                        "memory",
                        found + ": the demo wants " + gib(LEAST_MEMORY)
                                + "; with less, set TWINWATCH_JAVA_OPTIONS=-Xmx1g and simulate fewer --events");
    }

    static Diagnosis disk(Path folder) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            String found = gib(free) + " free in " + folder;
            return free >= LEAST_DISK
                    ? Diagnosis.ok("disk", found)
                    : Diagnosis.lacks("disk", found + ": make room for " + gib(LEAST_DISK) + " or work elsewhere");
        } catch (IOException e) {
            return Diagnosis.lacks("disk", folder + " cannot be asked for its room (" + e.getMessage() + ")");
        }
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / GIB);
    }

    private static Diagnosis maven() {
        String remedy = ": install Maven 3.8 or newer to build from source";
        try {
            Process process = new ProcessBuilder("mvn", "--version")
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(20, TimeUnit.SECONDS);
            String first = printed.lines().findFirst().orElse("").replaceAll("\u001b\\[[0-9;]*m", "");
            return ended && process.exitValue() == 0
                    ? Diagnosis.ok("Maven", first)
                    : Diagnosis.lacks("Maven", "does not answer" + remedy);
        } catch (IOException e) {
            return Diagnosis.lacks("Maven", "not found" + remedy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Diagnosis.lacks("Maven", "was not waited for");
        }
    }

    static Diagnosis port(int port, String who, String remedy) {
        try {
            LoopbackPort.requireFree(port, who);
            return Diagnosis.ok("port " + port, "free, for " + who);
        } catch (StartupException e) {
            return Diagnosis.lacks("port " + port, "taken, which " + who + " would use: fine if it is " + remedy);
        }
    }

    private static Diagnosis nativeAlgebra() {
        try {
            return Diagnosis.ok("matrices", NativeAlgebra.load() + " is loaded and multiplies");
        } catch (IllegalStateException e) {
            return Diagnosis.fails("matrices", String.valueOf(e.getMessage()));
        }
    }
}
