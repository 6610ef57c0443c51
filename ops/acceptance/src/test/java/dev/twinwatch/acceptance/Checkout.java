package dev.twinwatch.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The sources that this build is made from. */
final class Checkout {
    static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();

    private Checkout() {}

    /**
     * Ends the test where nothing is there that the launcher could run: skipped on a machine of a user, failed where
     * continuous integration says by {@code CI=true} that it is one, since nobody looks at what it skipped.
     */
    static void requirePackaged(Map<String, String> environment) {
        String lack = "the launcher runs what `mvn package` or `mvn verify` made, and nothing is there";
        if ("true".equals(environment.get("CI"))) {
            assertThat(isPackaged()).as(lack).isTrue();
        }
        assumeTrue(isPackaged(), lack);
    }

    /** Whether the modules were packaged, which is what the launcher runs; `mvn test` alone does not. */
    private static boolean isPackaged() {
        return Stream.of("model-trainer", "stream-app", "ops/sandbox")
                .allMatch(module -> Files.exists(ROOT.resolve(module).resolve("target/classpath.txt")));
    }
}
