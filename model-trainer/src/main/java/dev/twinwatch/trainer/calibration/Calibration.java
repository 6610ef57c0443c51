package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Fusion;
import dev.twinwatch.engine.evidence.LikelihoodRatio;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.evidence.Usage;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Scaling;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.network.Weights;
import dev.twinwatch.trainer.history.EntityHistory;
import dev.twinwatch.trainer.training.EqualErrorRate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Turns a trained encoder into a model that decides: fits the ratios, then fusion and limit on whole histories of entities
 * held out of training, undisturbed and with other entities' stretches put in, run through the detector of the service.
 */
public final class Calibration {
    /** Evidence under this says hardly more than nothing, however well a few entities were told apart. */
    private static final double LEAST_LIMIT = 1;
    /** Windows of honest histories under which their tail says too little. */
    private static final int FEW_STRETCHES = 500;

    private static final int MOST_TAKEOVERS = 400;
    private static final int LEAST_TAKEOVERS = 100;
    /** Events of all takeovers together, about: long windows need fewer takeovers for as many samples. */
    private static final int TAKEOVER_EVENTS = 300_000;

    private static final int LEAST_HELD_OUT = 4;
    /** Windows of an honest history that are run: enough to fill a profile and then be scored for long. */
    private static final int HONEST_WINDOWS = 60;

    private static final double SLOWEST = 25;
    /** References after which one counts half: how fast honest behaviour moves on differs from stream to stream. */
    private static final List<Double> HALF_LIVES = List.of(3.0, 8.0, SLOWEST);

    private final Layout layout;
    private final List<EntityHistory> all;
    private final List<EntityHistory> heldOut;
    private final long seed;

    /**
     * For the histories of one watch.
     *
     * @param all every entity
     * @param heldOut those that the encoder never saw; all of them where there are too few to hold any out
     */
    public Calibration(Layout layout, List<EntityHistory> all, List<EntityHistory> heldOut, long seed) {
        this.layout = layout;
        this.all = List.copyOf(all);
        this.heldOut = heldOut.size() < LEAST_HELD_OUT ? this.all : List.copyOf(heldOut);
        this.seed = seed;
    }

    /** Calibrates an encoder. */
    public Calibrated calibrate(Scaling scaling, EncoderSpec spec, Weights weights) {
        EvidenceModel placed = fitRatios(scaling, spec, weights);
        List<Takeover> takeovers = simulate();
        return HALF_LIVES.stream()
                .map(references -> calibrate(placed.halvingAfter(references), takeovers))
                .min(Comparator.comparingDouble(Calibrated::equalErrorRate))
                .orElseThrow();
    }

    private Calibrated calibrate(EvidenceModel placed, List<Takeover> takeovers) {
        // First round: every window is absorbed. Second: only those that the first round's fusion takes for honest.
        EvidenceModel first = placed.calibrated(fitFusion(placed, takeovers), Double.MAX_VALUE);
        EvidenceModel second = first.calibrated(fitFusion(first, takeovers), Double.MAX_VALUE);
        EvidenceModel limited = second.calibrated(second.fusion(), limit(second));
        return measure(limited, takeovers);
    }

    private EvidenceModel fitRatios(Scaling scaling, EncoderSpec spec, Weights weights) {
        List<Usage> usage = UsageFit.fit(layout, windowsOf(all));
        List<String> names = EvidenceModel.inputNames(layout);
        List<Double> zeros = Collections.nCopies(names.size(), 0.0);
        Fusion alwaysHonest = new Fusion(names, -1, zeros, zeros);
        EvidenceModel bare = new EvidenceModel(
                layout,
                scaling,
                spec,
                weights,
                none(spec.dimensions()),
                none(2 * Featurizer.denseInputs(layout)),
                usage,
                SLOWEST,
                alwaysHonest,
                Double.MAX_VALUE);
        Scorer scorer = new Scorer(bare);
        LikelihoodRatio behaviour = RatioFit.fit(points(windowsOf(heldOut), scorer::embed));
        LikelihoodRatio averages = Featurizer.denseInputs(layout) == 0
                ? bare.averages()
                : RatioFit.fit(points(windowsOf(all), scorer::summarise));
        return new EvidenceModel(
                layout, scaling, spec, weights, behaviour, averages, usage, SLOWEST, alwaysHonest, Double.MAX_VALUE);
    }

    private List<Event> recentOf(EntityHistory history) {
        List<Event> events = history.events();
        int most = HONEST_WINDOWS * layout.watch().sequence().length();
        return events.subList(Math.max(0, events.size() - most), events.size());
    }

    private static LikelihoodRatio none(int inputs) {
        return LikelihoodRatio.of(new float[inputs], new float[0], new float[0]);
    }

    private List<List<Window>> windowsOf(List<EntityHistory> histories) {
        int stride = layout.watch().sequence().length();
        return histories.stream().map(h -> h.windows(layout, stride)).toList();
    }

    private static List<List<float[]>> points(List<List<Window>> byEntity, Function<Window, float[]> place) {
        return byEntity.stream()
                .map(windows -> windows.stream().map(place).toList())
                .toList();
    }

    private List<Takeover> simulate() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<EntityHistory> attackers =
                all.stream().filter(h -> h.events().size() >= 2).toList();
        List<EntityHistory> victims =
                heldOut.stream().filter(h -> h.events().size() >= 2).toList();
        List<Takeover> takeovers = new ArrayList<>();
        if (victims.isEmpty() || attackers.size() < 2) {
            return takeovers;
        }
        int wanted = TAKEOVER_EVENTS
                / (Takeover.WINDOWS_BEFORE * layout.watch().sequence().length());
        int count = Math.max(LEAST_TAKEOVERS, Math.min(MOST_TAKEOVERS, wanted));
        for (int i = 0; i < count; i++) {
            EntityHistory victim = victims.get(i % victims.size());
            EntityHistory attacker = attackers.get(random.nextInt(attackers.size()));
            if (!attacker.entity().equals(victim.entity())) {
                takeovers.add(Takeover.simulate(layout, victim, attacker, random));
            }
        }
        return takeovers;
    }

    private Fusion fitFusion(EvidenceModel model, List<Takeover> takeovers) {
        int length = layout.watch().sequence().length();
        Scorer scorer = new Scorer(model);
        List<double[]> honest = new ArrayList<>();
        for (EntityHistory history : heldOut) {
            Trial trial = Trial.run(scorer, recentOf(history));
            honest.addAll(trial.inputs(0, recentOf(history).size(), Math.max(1, length / 4)));
        }
        List<double[]> taken = new ArrayList<>();
        for (Takeover takeover : takeovers) {
            Trial trial = Trial.run(scorer, takeover.events());
            taken.addAll(trial.inputs(takeover.from() + length / 4, takeover.to(), Math.max(1, length / 8)));
        }
        return FusionFit.fit(model.fusion().names(), honest, taken);
    }

    private double limit(EvidenceModel model) {
        if (layout.watch().alerts().limit().isPresent()) {
            return layout.watch().alerts().limit().getAsDouble();
        }
        // Entities that the encoder knows may look too honest, held-out ones are too few for the tail: the safer of the
        // two.
        double found = Math.max(LEAST_LIMIT, Math.max(limit(model, heldOut), limit(model, all)));
        int length = layout.watch().sequence().length();
        long stretches =
                heldOut.stream().mapToLong(h -> recentOf(h).size() / length).sum();
        // A tail cannot be seen in few stretches.
        return stretches < FEW_STRETCHES
                ? Math.max(found, LimitFit.bound(length, layout.watch().alerts().perEvent()))
                : found;
    }

    private double limit(EvidenceModel model, List<EntityHistory> histories) {
        Scorer scorer = new Scorer(model);
        List<float[]> honest = histories.stream()
                .map(h -> Trial.run(scorer, recentOf(h)).evidence())
                .toList();
        return LimitFit.fit(
                honest,
                layout.watch().sequence().length(),
                layout.watch().alerts().perEvent());
    }

    private Calibrated measure(EvidenceModel model, List<Takeover> takeovers) {
        Scorer scorer = new Scorer(model);
        int length = layout.watch().sequence().length();
        long events = 0;
        long falseAlerts = 0;
        List<Double> honest = new ArrayList<>();
        for (EntityHistory history : heldOut) {
            Trial trial = Trial.run(scorer, recentOf(history));
            float[] evidence = trial.evidence();
            events += evidence.length;
            falseAlerts += trial.alerts();
            for (int i = 0; i < evidence.length; i += length) {
                honest.add((double) evidence[i]);
            }
        }
        int caught = 0;
        List<Double> taken = new ArrayList<>();
        for (Takeover takeover : takeovers) {
            Trial trial = Trial.run(scorer, takeover.events());
            caught += trial.firstFlagged(takeover.from(), takeover.to()) >= 0 ? 1 : 0;
            double highest = trial.highest(takeover.from(), takeover.to());
            if (highest > Double.NEGATIVE_INFINITY) {
                taken.add(highest);
            }
        }
        return new Calibrated(
                model, takeovers.size(), caught, events, falseAlerts, EqualErrorRate.ofEvidence(honest, taken));
    }
}
