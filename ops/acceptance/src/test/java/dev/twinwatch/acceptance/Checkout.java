package dev.twinwatch.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The sources that this build is made from. */
final class Checkout {
    static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();

    private Checkout() {}

    /** Whether the modules were packaged, which is what the launcher runs; `mvn test` alone does not. */
    static boolean isPackaged() {
        return Stream.of("model-trainer", "stream-app", "ops/sandbox")
                .allMatch(module -> Files.exists(ROOT.resolve(module).resolve("target/classpath.txt")));
    }
}
