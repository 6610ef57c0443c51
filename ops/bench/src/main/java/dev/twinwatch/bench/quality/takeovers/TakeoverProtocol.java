package dev.twinwatch.bench.quality.takeovers;

import dev.twinwatch.bench.quality.encoder.Protocol;
import dev.twinwatch.bench.quality.encoder.Trainings;
import dev.twinwatch.bench.quality.encoder.Watches;
import dev.twinwatch.bench.quality.measure.Figure;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.detection.InMemoryStates;
import dev.twinwatch.engine.detection.Outcome;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.trainer.training.Hyperparameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Takeovers of three styles by number of references and by budget. The engine keeps the limit that training found for the budget;
 * each rival gets the lowest limit that opens no more alerts in the very honest payments on which it is judged.
 */
public final class TakeoverProtocol implements Protocol {
    private static final int[] REFERENCES = {1, 5, 20};
    private static final int[] BUDGETS = {1_000, 10_000};

    private final Layout layout = Watches.layout("card-payments");
    private final EventReader reader = new EventReader(layout);
    private final int window = layout.watch().sequence().length();

    @Override
    public String name() {
        return "takeovers";
    }

    @Override
    public int trainings() {
        return 1;
    }

    @Override
    public List<Figure> encoder(Trainings trainings, long seed) {
        Customers customers = new Customers(seed);
        Bundle bundle = trainings
                .get(
                        "takeovers-seed" + seed,
                        layout,
                        customers.history(),
                        Hyperparameters.defaults().withSeed(seed))
                .bundle();
        List<Rival> rivals = List.of(new AmountScore(), new CutForest(seed), new HalfSpaceTrees(seed));
        List<Figure> figures = new ArrayList<>();
        for (int references : REFERENCES) {
            Setting setting = Setting.of(customers, references * window);
            List<Scores> ofRivals = rivals.stream()
                    .map(rival -> Scores.of(setting, rival::scores))
                    .toList();
            for (int budget : BUDGETS) {
                figures.addAll(figures(bundle, setting, references, budget, rivals, ofRivals));
            }
        }
        return figures;
    }

    /** All scenes of one length of history. */
    private record Setting(List<Scene> honest, Map<Attack, List<Scene>> attacked) {
        static Setting of(Customers customers, int history) {
            Map<Attack, List<Scene>> attacked = new EnumMap<>(Attack.class);
            Arrays.stream(Attack.values()).forEach(attack -> attacked.put(attack, customers.attacked(history, attack)));
            return new Setting(customers.honest(history), attacked);
        }

        List<Scene> by(Attack attack) {
            return Objects.requireNonNull(attacked.get(attack));
        }
    }

    private interface Detection {
        double[] scores(Scene scene);
    }

    /** Of every live payment of all scenes. */
    private record Scores(List<double[]> honest, Map<Attack, List<double[]>> attacked) {
        static Scores of(Setting setting, Detection detection) {
            Map<Attack, List<double[]>> attacked = new EnumMap<>(Attack.class);
            setting.attacked()
                    .forEach((attack, scenes) -> attacked.put(
                            attack, scenes.stream().map(detection::scores).toList()));
            return new Scores(setting.honest().stream().map(detection::scores).toList(), attacked);
        }

        List<double[]> by(Attack attack) {
            return Objects.requireNonNull(attacked.get(attack));
        }
    }

    private List<Figure> figures(
            Bundle bundle, Setting setting, int references, int budget, List<Rival> rivals, List<Scores> ofRivals) {
        double limit = bundle.alerting().curve().limit(1.0 / budget);
        Scorer scorer = new Scorer(bundle.model().calibrated(bundle.model().fusion(), limit));
        Scores own = Scores.of(setting, scene -> evidence(scorer, scene));
        String words = references + (references == 1 ? " reference" : " references") + ", 1 per "
                + String.format(Locale.ROOT, "%,d", budget) + " events: ";
        Count honest = Count.of(setting.honest(), own.honest(), limit, window);
        List<Figure> figures = new ArrayList<>();
        figures.add(figure(words + "false alerts per 10,000 events", 1e4 * honest.falseAlerts() / honest.events()));
        for (Attack attack : Attack.values()) {
            Count count = Count.of(setting.by(attack), own.by(attack), limit, window);
            String measure = attack.words() + ", " + words;
            figures.add(figure(measure + "recall", count.recall()));
            figures.add(figure(measure + "median delay in events", count.medianDelay()));
            double best = 0;
            for (int r = 0; r < rivals.size(); r++) {
                Scores scores = ofRivals.get(r);
                double most = honest.events() / (double) budget;
                double lowest = Count.lowestLimit(setting.honest(), scores.honest(), most, window);
                double recall = Count.of(setting.by(attack), scores.by(attack), lowest, window)
                        .recall();
                best = Math.max(best, recall);
                figures.add(figure(measure + "recall of " + rivals.get(r).words(), recall));
            }
            figures.add(figure(measure + "lead over the best of them", count.recall() - best));
        }
        return figures;
    }

    private double[] evidence(Scorer scorer, Scene scene) {
        Detector detector = new Detector(layout, new InMemoryStates(), Detector.KEPT_REFERENCES);
        int number = 0;
        for (Payment payment : scene.history()) {
            detector.onEvent(scorer, event(payment, number++, true));
        }
        double[] evidence = new double[scene.live().size()];
        for (int i = 0; i < evidence.length; i++) {
            Outcome outcome = detector.onEvent(scorer, event(scene.live().get(i), number++, false));
            evidence[i] = outcome instanceof Outcome.Scored scored ? scored.evidence() : Double.NEGATIVE_INFINITY;
        }
        return evidence;
    }

    private Event event(Payment payment, int number, boolean vouched) {
        Reading reading = reader.read(Customers.fields(payment), new Origin("simulation", 0, number, vouched));
        return ((Reading.Understood) reading).event();
    }

    private static Figure figure(String measure, double value) {
        return new Figure("takeovers", measure, value);
    }
}
