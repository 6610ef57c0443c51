package dev.twinwatch.trainer.app;

import dev.twinwatch.trainer.training.Hyperparameters;
import dev.twinwatch.trainer.training.LossKind;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** How the network learns. */
final class LearningOptions {
    @Option(
            names = "--loss",
            paramLabel = "NAME",
            defaultValue = "SUPERVISED_CONTRASTIVE",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}: each window against all others of its"
                    + " batch; TRIPLET: semi-hard negatives, from half the batches on the hardest; PROTOTYPE: each window"
                    + " against the mean of each entity's; CONTRASTIVE: pairs, which --pairs takes whatever is named")
    private LossKind loss;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "800",
            description = "most batches; default ${DEFAULT-VALUE}, ends early by itself")
    private int iterations;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "of all random choices; default ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "another hyperparameter, may be repeated: learningRate, warmUp, batchEntities, batchWindows,"
                    + " mixing, weightDecay, dropout, tau, margin, semiHard, inputNoise; a value out of range is answered"
                    + " with the range")
    private Map<String, String> others = new LinkedHashMap<>();

    Hyperparameters hyperparameters() {
        Hyperparameters settings = Hyperparameters.of(loss).withSeed(seed).withIterations(iterations);
        for (Map.Entry<String, String> other : others.entrySet()) {
            settings = settings.with(other.getKey(), other.getValue());
        }
        return settings;
    }
}
