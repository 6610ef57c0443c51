package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.network.EncoderSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which encoder is trained: the one that the watch names, or the best of those that suit it.
 *
 * <p>Each candidate gets a quarter of the batches, all the same entities, and is measured on entities that none of them saw.
 * A cheaper one that is no worse than noise goes before a better one.
 */
public final class EncoderChoice {
    private static final int QUARTER = 4;
    /** Steps from 0 draw batches, -1 what a training holds out for itself. */
    private static final int DRAW = -2;

    private final Layout layout;
    private final Featurizer featurizer;
    private final Hyperparameters settings;
    private final EncoderCandidates candidates;

    /** A choice for one watch and the settings that its encoder will be trained with. */
    public EncoderChoice(Layout layout, Featurizer featurizer, Hyperparameters settings) {
        this.layout = layout;
        this.featurizer = featurizer;
        this.settings = settings;
        this.candidates = new EncoderCandidates(layout, featurizer);
    }

    /**
     * What was chosen.
     *
     * @param spec the shape to train
     * @param tried what was compared with it and itself, cheapest first; empty where nothing was
     */
    public record Choice(EncoderSpec spec, List<Candidate> tried) {
        public Choice {
            tried = List.copyOf(tried);
        }

        /** For the provenance of a model. */
        public Map<String, String> described() {
            Map<String, String> words = new TreeMap<>(Map.of("encoder", name(spec)));
            if (!tried.isEmpty()) {
                words.put(
                        "encoderCandidates",
                        tried.stream().map(Candidate::words).collect(Collectors.joining(", ")));
            }
            return words;
        }
    }

    /**
     * One encoder after its short training.
     *
     * @param spec its shape
     * @param errors equal error rate of each unseen entity, 0 to 1, in the same order for all candidates
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Candidate(EncoderSpec spec, double[] errors) {
        /** The average over the entities. */
        public double error() {
            return Arrays.stream(errors).average().orElseThrow();
        }

        /** Whether it is at most one standard error worse, entity by entity, than another. */
        boolean isAsGoodAs(Candidate other) {
            double worse = error() - other.error();
            double squares = 0;
            for (int e = 0; e < errors.length; e++) {
                double off = errors[e] - other.errors[e] - worse;
                squares += off * off;
            }
            return worse <= Math.sqrt(squares / (errors.length - 1) / errors.length);
        }

        String words() {
            return String.format(Locale.ROOT, "%s %.4f at %,d multiply-adds", name(spec), error(), spec.multiplyAdds());
        }
    }

    /** Chooses; windows are by entity also where the training itself is by pairs. */
    public Choice choose(TrainingWindows windows, Progress progress) {
        if (layout.watch().encoder().isPresent()) {
            return new Choice(candidates.spec(layout.watch().encoder().get()), List.of());
        }
        UnseenEntities unseen = new UnseenEntities(windows, Sampling.at(settings.seed(), DRAW));
        if (unseen.isEmpty()) {
            progress.note("too few entities to compare encoders: " + name(candidates.usual()) + " it is");
            return new Choice(candidates.usual(), List.of());
        }
        List<Candidate> tried = new ArrayList<>();
        for (EncoderSpec spec : candidates.of(windows)) {
            Candidate candidate = tryOut(spec, unseen);
            progress.note("tried " + candidate.words());
            tried.add(candidate);
        }
        tried.sort(Comparator.comparingLong(candidate -> candidate.spec().multiplyAdds()));
        Candidate chosen = cheapestOfTheBest(tried);
        progress.note("chose " + name(chosen.spec()));
        return new Choice(chosen.spec(), tried);
    }

    private Candidate tryOut(EncoderSpec spec, UnseenEntities unseen) {
        Hyperparameters brief = settings.withIterations(Math.max(1, settings.iterations() / QUARTER));
        Trained trained = new Trainer(featurizer).train(spec, unseen.others(), brief, Progress.SILENT);
        return new Candidate(spec, unseen.errors(trained.encoder(), featurizer));
    }

    static Candidate cheapestOfTheBest(List<Candidate> cheapestFirst) {
        Candidate best = cheapestFirst.stream()
                .min(Comparator.comparingDouble(Candidate::error))
                .orElseThrow();
        return cheapestFirst.stream()
                .filter(candidate -> candidate.isAsGoodAs(best))
                .findFirst()
                .orElse(best);
    }

    private static String name(EncoderSpec spec) {
        return spec.kind().name().toLowerCase(Locale.ROOT);
    }
}
