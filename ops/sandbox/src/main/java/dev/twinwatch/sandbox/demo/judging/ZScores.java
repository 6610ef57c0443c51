package dev.twinwatch.sandbox.demo.judging;

import dev.twinwatch.engine.features.FeatureBend;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.sandbox.demo.recording.Recording;
import dev.twinwatch.sandbox.demo.recording.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The baseline: by how many deviations one number of an event differs from the mean of all earlier ones of its entity.
 *
 * <p>It has the story rule of the service: an alert swallows the events of a window after it.
 */
public final class ZScores {
    private static final double LEAST_DEVIATION = 1e-6;
    /** Thresholds are tried from the highest score down until false alerts are so many times the allowed ones. */
    private static final int HOPELESS = 3;
    /** So many of the highest scores are all tried; below them ranks grow by a hundredth, as long streams have too many. */
    private static final int PRECISE_RANKS = 100;

    private final List<Scored> scores;

    /** A live event and its score. */
    record Scored(String entity, int number, double score) {}

    private ZScores(List<Scored> scores) {
        this.scores = List.copyOf(scores);
    }

    static ZScores of(List<Scored> scores) {
        return new ZScores(scores);
    }

    /** The feature that it reads: the first `relative`, else the first `number` of a watch. */
    public static Optional<FeatureSpec> feature(Watch watch) {
        return Stream.concat(
                        watch.featuresOf(FeatureKind.RELATIVE).stream(), watch.featuresOf(FeatureKind.NUMBER).stream())
                .findFirst();
    }

    /** Scores of all live events; none where the watch has no number. */
    public static ZScores of(Recording recording) {
        Layout layout = recording.layout();
        Optional<FeatureSpec> feature = feature(layout.watch());
        if (feature.isEmpty()) {
            return new ZScores(List.of());
        }
        int field = layout.numbers().indexOf(feature.get().field());
        Map<String, Usual> usual = new HashMap<>();
        List<Scored> scores = new ArrayList<>();
        recording
                .history()
                .forEach(sample -> usual.computeIfAbsent(sample.event().entity(), e -> new Usual())
                        .add(FeatureBend.bend(feature.get(), sample.event().number(field))));
        recording.live().forEach(sample -> {
            double value = FeatureBend.bend(feature.get(), sample.event().number(field));
            Usual own = usual.computeIfAbsent(sample.event().entity(), e -> new Usual());
            if (!Double.isNaN(value)) {
                scores.add(scored(sample, own.deviationsOf(value)));
            }
            own.add(value);
        });
        return new ZScores(scores);
    }

    private static Scored scored(Sample sample, double score) {
        return new Scored(sample.event().entity(), sample.number(), score);
    }

    /** The most takeovers that any threshold catches with at most so many false alerts, chosen knowing the truth. */
    public Tally best(Truth truth, int mostFalseAlerts) {
        Tally best = new Tally(truth);
        double[] thresholds = scores.stream()
                .mapToDouble(Scored::score)
                .filter(score -> score > 0)
                .distinct()
                .sorted()
                .toArray();
        for (int rank = 1; rank <= thresholds.length; rank += Math.max(1, rank / PRECISE_RANKS)) {
            Tally tally = at(truth, thresholds[thresholds.length - rank]);
            if (tally.falseAlerts() <= mostFalseAlerts && tally.caught() > best.caught()) {
                best = tally;
            }
            if (tally.falseAlerts() > HOPELESS * (mostFalseAlerts + 1)) {
                break;
            }
        }
        return best;
    }

    private Tally at(Truth truth, double threshold) {
        Tally tally = new Tally(truth);
        Map<String, Integer> quietUntil = new HashMap<>();
        for (Scored scored : scores) {
            if (scored.score() >= threshold && scored.number() > quietUntil.getOrDefault(scored.entity(), 0)) {
                tally.opened(scored.entity(), scored.number());
                quietUntil.put(scored.entity(), scored.number() + truth.window());
            }
        }
        return tally;
    }

    /** Mean and deviation of all values so far (Welford). */
    private static final class Usual {
        private int count;
        private double mean;
        private double squares;

        double deviationsOf(double value) {
            if (count < 2) {
                return 0;
            }
            double deviation = Math.max(LEAST_DEVIATION, Math.sqrt(squares / (count - 1)));
            return Math.abs(value - mean) / deviation;
        }

        void add(double value) {
            if (Double.isNaN(value)) {
                return;
            }
            count++;
            double delta = value - mean;
            mean += delta / count;
            squares += delta * (value - mean);
        }
    }
}
