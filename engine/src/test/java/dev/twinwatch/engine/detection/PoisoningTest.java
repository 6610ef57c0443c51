package dev.twinwatch.engine.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.profile.Profile;
import dev.twinwatch.engine.profile.ProfileCodec;
import dev.twinwatch.engine.profile.Reference;
import dev.twinwatch.engine.profile.Reference.Why;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How fast references may move, and what an alert takes back. Four events to a window; evidence over 1 is flagged. */
final class PoisoningTest {
    private static final long MINUTE = 60_000_000L;
    private static final String WATCH = """
            watch: cards
            entity: who
            id: id
            time: {field: at, unit: micros}
            sequence: {length: 4, minimum: 2}
            features: [{name: amount, field: amount, as: number}]
            """;

    private TestEvents events = TestEvents.ofWatch(WATCH);
    private final InMemoryStates states = new InMemoryStates();
    private Detector detector = new Detector(events.layout(), states, Detector.KEPT_REFERENCES);
    private Scorer scorer = new Scorer(TestModels.weighing(events.layout(), 1, "averages"));
    private int number;

    @Test
    void anEntityThatIsKnownWellAbsorbsEightWindowsADay() {
        spendsEvery(MINUTE, 24 * 60, 0);

        // the eighth is absorbed by seven that count; from then on one each three hours
        assertThat(profile().references()).hasSize(15);
        assertThat(profile().references().stream().map(Reference::absorbedAt).toList())
                .filteredOn(at -> at > 60 * MINUTE)
                .hasSize(7);
    }

    @Test
    void withoutATimeEveryWindowMayBeAbsorbed() {
        events = TestEvents.ofWatch(WATCH.replace("time: {field: at, unit: micros}\n", ""));
        detector = new Detector(events.layout(), states, Detector.KEPT_REFERENCES);
        scorer = new Scorer(TestModels.weighing(events.layout(), 1, "averages"));

        spendsEvery(MINUTE, 400, 0);

        assertThat(profile().references())
                .extracting(r -> r.window().lastNumber())
                .endsWith(392L, 396L, 400L);
    }

    @Test
    void whatWasAbsorbedJustBeforeAnAlertIsTakenOut() {
        spendsEvery(400 * MINUTE, 24, 0);
        assertThat(lastNumbers()).containsExactly(4L, 8L, 12L, 16L, 20L, 24L);

        spendsEvery(400 * MINUTE, 2, 9);

        assertThat(states.kept("ana", "e26")).as("an alert opened at event 26").isNotEmpty();
        assertThat(lastNumbers())
                .as("windows that reach into the last eight events")
                .containsExactly(4L, 8L, 12L, 16L);
    }

    @Test
    void whatItsSenderVouchesForStaysThroughAnAlert() {
        for (int i = 0; i < 24; i++) {
            detector.onEvent(scorer, events.enrolled("ana", "id", "h" + i, "at", number++ * MINUTE, "amount", 0.0));
        }

        spendsEvery(MINUTE, 4, 9);

        assertThat(profile().references()).hasSize(6).extracting(Reference::why).containsOnly(Why.ENROLLED);
    }

    @Test
    void aWindowThatAWrongClockEndedDoesNotHoldUpThoseAfterIt() {
        spendsEvery(MINUTE, 39, 0);
        number++;
        detector.onEvent(scorer, events.next("ana", "id", "e40", "at", 365 * 24 * 60 * MINUTE, "amount", 0.0));
        assertThat(lastNumbers()).as("a year ahead").contains(40L);

        spendsEvery(MINUTE, 24 * 60, 0);

        assertThat(lastNumbers())
                .filteredOn(last -> last > 40)
                .as("one each three hours")
                .hasSize(8);
    }

    private void spendsEvery(long step, int times, double amount) {
        for (int i = 0; i < times; i++) {
            long at = number++ * step;
            detector.onEvent(scorer, events.next("ana", "id", "e" + number, "at", at, "amount", amount));
        }
    }

    private List<Long> lastNumbers() {
        return profile().references().stream().map(r -> r.window().lastNumber()).toList();
    }

    private Profile profile() {
        return ProfileCodec.decode(events.layout(), Objects.requireNonNull(states.profile("ana")));
    }
}
