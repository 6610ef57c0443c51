package dev.twinwatch.trainer.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Which sources and libraries this program was made of. */
final class Build {
    private static final String DL4J = "/META-INF/maven/org.deeplearning4j/deeplearning4j-nn/pom.properties";
    private static final String UNKNOWN = "unknown";

    private Build() {}

    /** The commit, from the environment that built or started it; `unknown` elsewhere. */
    static String commit() {
        String commit = System.getenv("TWINWATCH_COMMIT");
        return commit == null || commit.isBlank() ? UNKNOWN : commit;
    }

    /** The version of Deeplearning4j, as its archive tells it. */
    static String dl4j() throws IOException {
        Properties archive = new Properties();
        try (InputStream file = Build.class.getResourceAsStream(DL4J)) {
            if (file != null) {
                archive.load(file);
            }
        }
        return archive.getProperty("version", UNKNOWN);
    }
}
