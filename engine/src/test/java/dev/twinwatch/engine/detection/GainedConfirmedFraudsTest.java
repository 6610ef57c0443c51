package dev.twinwatch.engine.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.cases.ConfirmedFrauds;
import dev.twinwatch.engine.cases.KnownLabels;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import org.junit.jupiter.api.Test;

/** Ana is known by eight windows of four amounts when her watch gains what people confirmed about the place of an event. */
final class GainedConfirmedFraudsTest {
    private static final String AMOUNTS = """
            watch: cards
            entity: who
            id: id
            time: {field: at, unit: seconds}
            sequence: {length: 4, minimum: 4}
            features:
              - {name: amount, field: amount, as: number}
            """;
    private static final String FRAUDS = "  - {name: frauds, field: place, as: confirmed-fraud}\n";

    private final TestEvents before = TestEvents.ofWatch(AMOUNTS);
    private final TestEvents events = TestEvents.ofWatch(AMOUNTS + FRAUDS);
    private final InMemoryStates states = new InMemoryStates();

    @Test
    void theyCountAtOnceSinceNoReferenceIsAskedForThem() {
        enrolByAmounts();
        events.layout().remember(before.layout());
        Scorer scorer = new Scorer(TestModels.weighing(events.layout(), 100, "averages", "frauds frauds"));

        double honest = evidence(scorer, KnownLabels.NONE, 0);
        double told = evidence(scorer, (feature, field, value, time) -> new ConfirmedFrauds(1, 1, 1), 1);

        assertThat(told).isCloseTo(honest + 1, within(0.1));
    }

    private void enrolByAmounts() {
        Detector then = new Detector(before.layout(), states, Detector.KEPT_REFERENCES);
        for (int i = 0; i < 4 * 8; i++) {
            then.onEvent(null, before.enrolled("ana", "id", "b" + i, "at", i, "amount", 0));
            // offsets go on where they were
            events.enrolled("ana", "id", "b" + i, "at", i);
        }
    }

    private double evidence(Scorer scorer, KnownLabels labels, int number) {
        Event event = events.next("ana", "id", "e" + number, "at", 100 + number, "amount", 0, "place", "abroad");
        Detector detector = new Detector(events.layout(), states, Detector.KEPT_REFERENCES, labels);
        Outcome outcome = detector.onEvent(scorer, event);
        assertThat(outcome).isInstanceOf(Outcome.Scored.class);
        return ((Outcome.Scored) outcome).evidence();
    }
}
