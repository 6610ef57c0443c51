package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.detection.InMemoryStates;
import dev.twinwatch.engine.detection.Outcome;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.sandbox.simulator.Simulation;
import dev.twinwatch.trainer.app.Training;
import dev.twinwatch.trainer.history.EntityHistory;
import dev.twinwatch.trainer.history.History;
import dev.twinwatch.trainer.training.Hyperparameters;
import dev.twinwatch.trainer.training.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 400 honest customers, known by places and amounts when their watch gains the device of each payment, at 1 alert in 1,000 events:
 * for each of them every device is new that day.
 */
@Tag("long")
class AlertsAfterAGainedFieldTest {
    private static final int HISTORY = 150;
    private static final double BUDGET = 1 / 1000.0;

    private final Layout now = layout("");
    private final Layout before = layout("field: device");
    private final List<Payment> history = new ArrayList<>();
    private final List<Payment> later = new ArrayList<>();

    AlertsAfterAGainedFieldTest() {
        Map<String, Integer> seen = new HashMap<>();
        for (Payment payment : new Simulation(400, 400, HISTORY, 1).runHonest().payments()) {
            boolean early = seen.merge(payment.customer(), 1, Integer::sum) <= HISTORY;
            (early ? history : later).add(payment);
        }
        now.remember(before);
    }

    @Test
    void theBudgetHoldsOnTheDayOfTheGainAndAfterIt() throws IOException {
        EvidenceModel old = train(before);
        EvidenceModel renewed = train(now);
        InMemoryStates states = new InMemoryStates();
        Detector then = new Detector(before, states, Detector.KEPT_REFERENCES);
        Scorer byOld = new Scorer(old);
        long row = 0;
        for (Payment payment : history) {
            then.onEvent(byOld, CardPayments.event(before, payment, row++, true));
        }

        Detector detector = new Detector(now, states, Detector.KEPT_REFERENCES);
        Scorer byRenewed = new Scorer(renewed);
        int scored = 0;
        int opened = 0;
        int openedAtFirst = 0;
        for (Payment payment : later) {
            Outcome outcome = detector.onEvent(byRenewed, CardPayments.event(now, payment, row++, false));
            scored += outcome instanceof Outcome.Scored ? 1 : 0;
            if (outcome.alert()
                    .map(Alert::state)
                    .filter(Alert.State.OPENED::equals)
                    .isPresent()) {
                opened++;
                openedAtFirst += scored <= later.size() / 6 ? 1 : 0;
            }
        }

        assertThat(scored).isEqualTo(later.size());
        assertThat(openedAtFirst).isLessThan((int) (1.5 * BUDGET * later.size() / 6));
        assertThat(opened).isBetween((int) (BUDGET * later.size() / 3), (int) (1.5 * BUDGET * later.size()));
    }

    private EvidenceModel train(Layout layout) throws IOException {
        Map<String, List<Event>> events = new LinkedHashMap<>();
        for (Payment payment : history) {
            List<Event> own = events.computeIfAbsent(payment.customer(), customer -> new ArrayList<>());
            own.add(CardPayments.event(layout, payment, own.size(), false));
        }
        List<EntityHistory> entities = events.entrySet().stream()
                .map(entry -> new EntityHistory(entry.getKey(), entry.getValue()))
                .toList();
        return BundleFile.read(new Training(layout, Hyperparameters.defaults())
                        .run(new History(entities, history.size(), "0".repeat(64)), Progress.SILENT)
                        .bundle())
                .model();
    }

    /** The watch of the demo with another budget, without the lines that speak of a field. */
    private static Layout layout(String left) {
        String yaml =
                CardPayments.LAYOUT.watch().yaml().replaceFirst("alerts: .*", "alerts: {budget: 1 per 1000 events}");
        List<String> lines = yaml.lines()
                .filter(line -> left.isEmpty() || !line.contains(left))
                .toList();
        return Layout.of(WatchFile.parse("card-payments.yaml", String.join("\n", lines) + "\n"));
    }
}
