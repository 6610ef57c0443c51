package dev.twinwatch.engine.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.alert.Reason;
import dev.twinwatch.engine.evidence.References;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReasonsTest {
    private static final String WATCH = """
            watch: cards
            entity: who
            sequence: {length: 4, minimum: 2}
            features:
              - {name: place, field: place, as: category, buckets: 5}
              - {name: amount, field: amount, as: relative}
            """;

    @Test
    void howFarValuesStrayIsSaidInMultiplesOfWhatIsOrdinary() {
        TestEvents events = TestEvents.ofWatch(WATCH);
        Layout layout = events.layout();
        Scorer scorer = new Scorer(TestModels.weighing(layout, 1, "spread amount", "strongest amount"));
        // In own deviations; the root of the average of their squares is the root of (1 + 9 + 4 + 0) / 4.
        Window window = window(events, 5, row(1), row(-3), row(2), row(0));
        References references = scorer.references(List.of(window(events, 1, row(0), row(0), row(0), row(0))));
        references.endingBefore(5);

        List<Reason> reasons = Reasons.of(scorer, window, scorer.compare(window, references));

        assertThat(reasons)
                .extracting(Reason::words)
                .containsExactly(
                        "amount: strays up to 3.0 times as far from its usual value as ordinarily",
                        "amount: strays 1.9 times as far from its usual value as ordinarily");
        assertThat(reasons).extracting(Reason::observed).containsExactly("3.0", "1.9");
    }

    @Test
    void valuesNeverUsedBeforeAreSaidFirstHoweverLittleTheyWeigh() {
        TestEvents events = TestEvents.ofWatch(WATCH + "  - {name: new-place, field: place, as: novelty}\n");
        Layout layout = events.layout();
        Scorer scorer = new Scorer(TestModels.weighing(layout, 1, "spread amount"));
        Window window = window(events, 5, row(1, 0), row(-3, Float.POSITIVE_INFINITY), row(2, 0), row(0, 0));
        References references =
                scorer.references(List.of(window(events, 1, row(0, 0), row(0, 0), row(0, 0), row(0, 0))));
        references.endingBefore(5);

        List<Reason> reasons = Reasons.of(scorer, window, scorer.compare(window, references));

        assertThat(reasons)
                .extracting(Reason::words)
                .containsExactly(
                        "new-place: 1 value never used before",
                        "amount: strays 1.9 times as far from its usual value as ordinarily");
        assertThat(reasons).extracting(Reason::share).containsExactly(0.0, 1.0);
    }

    private static float[] row(float... arrivals) {
        return arrivals;
    }

    private static Window window(TestEvents events, int firstNumber, float[]... rows) {
        Layout layout = events.layout();
        byte[] slots = new byte[rows.length * layout.slotBytes()];
        for (int i = 0; i < rows.length; i++) {
            Window.write(layout, slots, i, i, events.next("ana"), rows[i]);
        }
        return Window.over(layout, slots, rows.length, firstNumber);
    }
}
