package dev.twinwatch.sandbox.demo;

import dev.twinwatch.sandbox.startup.StartupException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a demo writes.
 *
 * @param root the folder
 * @param temporary whether it goes away at a clean end
 */
public record DemoFolder(Path root, boolean temporary) {
    private static final String JOURNAL = "demo.properties";

    /**
     * That folder, or a new temporary one.
     *
     * @throws StartupException if it cannot be made, or holds something that is not a demo's
     */
    public static DemoFolder at(@Nullable Path given) {
        try {
            if (given == null) {
                return new DemoFolder(Files.createTempDirectory("twinwatch-demo-"), true);
            }
            Path folder = Files.createDirectories(given.toAbsolutePath().normalize());
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent() && !Files.exists(folder.resolve(JOURNAL))) {
                    throw new StartupException("data folder " + folder
                            + " holds something else than a demo: choose an empty folder, or that of an earlier demo");
                }
            }
            // At once, so that a demo that is stopped while it starts can be gone on with.
            if (!Files.exists(folder.resolve(JOURNAL))) {
                Files.createFile(folder.resolve(JOURNAL));
            }
            return new DemoFolder(folder, false);
        } catch (IOException e) {
            throw new StartupException(
                    "data folder " + (given == null ? "in " + System.getProperty("java.io.tmpdir") : given)
                            + " cannot be made (" + e + "): choose another one with --data",
                    e);
        }
    }

    Path journal() {
        return root.resolve(JOURNAL);
    }

    Path bundle() {
        return root.resolve("model.bundle");
    }

    /** Settings of the service, for `--config` of other commands. */
    public Path settings() {
        return root.resolve("twinwatch.yaml");
    }

    Path watch() {
        return root.resolve("watch.yaml");
    }

    /** What nobody needs while all is well. */
    public Path log() {
        return root.resolve("demo.log");
    }

    /** Removes it if it is temporary. */
    public void removeIfTemporary() {
        if (!temporary) {
            return;
        }
        try (Stream<Path> inside = Files.walk(root)) {
            inside.sorted(Comparator.reverseOrder()).forEach(DemoFolder::delete);
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalStateException(root + " cannot be removed (" + e + "): remove it yourself", e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
