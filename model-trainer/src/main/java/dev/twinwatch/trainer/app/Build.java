package dev.twinwatch.trainer.app;

import org.deeplearning4j.nn.graph.ComputationGraph;

/** Which sources and libraries this program was made of. */
final class Build {
    private Build() {}

    /** The commit, from the environment that built or started it; `unknown` elsewhere. */
    static String commit() {
        String commit = System.getenv("TWINWATCH_COMMIT");
        return commit == null || commit.isBlank() ? "unknown" : commit;
    }

    static String dl4j() {
        String version = ComputationGraph.class.getPackage().getImplementationVersion();
        return version == null ? "1.0.0-M2.1" : version;
    }
}
