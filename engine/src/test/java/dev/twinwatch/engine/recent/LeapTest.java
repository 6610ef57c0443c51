package dev.twinwatch.engine.recent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.TestEvents;
import org.junit.jupiter.api.Test;

/** An event whose time leaps ahead may be a mistake: alone it makes no other late and ends no sequence. */
final class LeapTest {
    private static final String WATCH = """
            watch: test
            entity: who
            time: {field: at, unit: seconds}
            features: [{name: a, field: a, as: number}]
            """;
    private static final int DAY = 86_400;

    private TestEvents events = TestEvents.ofWatch(WATCH + "lateness: 10s");
    private Recent recent = new Recent(events.layout());

    @Test
    void oneEventOfAFarFutureMakesNoneLate() {
        happensAt(1000);

        happensAt(1000 + 100 * DAY);

        assertThat(lateBy(1001)).isZero();
        assertThat(lateBy(990)).as("ten seconds behind the event before").isZero();
        assertThat(lateBy(989)).isEqualTo(1_000_000L);
    }

    @Test
    void latenessGoesOnBehindTheEventsAfterIt() {
        happensAt(1000);
        happensAt(1000 + 100 * DAY);
        happensAt(1020);

        assertThat(lateBy(1010)).isZero();
        assertThat(lateBy(1009)).isEqualTo(1_000_000L);
    }

    @Test
    void aLeapCountsOnceAnotherEventBearsItOut() {
        happensAt(1000);
        happensAt(1000 + 100 * DAY);
        happensAt(1005 + 100 * DAY);

        assertThat(lateBy(1001)).isEqualTo((100 * DAY - 6) * 1_000_000L);
    }

    @Test
    void aDayIsNoLeap() {
        happensAt(1000);
        happensAt(1000 + DAY);

        assertThat(lateBy(1001)).isEqualTo((DAY - 11) * 1_000_000L);
    }

    @Test
    void aLongerLatenessIsTheLeap() {
        watching(WATCH + "lateness: 3d");
        happensAt(1000);
        happensAt(1000 + 3 * DAY);
        assertThat(lateBy(999)).isEqualTo(1_000_000L);

        watching(WATCH + "lateness: 3d");
        happensAt(1000);
        happensAt(1001 + 3 * DAY);
        assertThat(lateBy(1000)).isZero();
    }

    @Test
    void aLeapEndsASequenceButDoesNotKeepTheNextFromEnding() {
        watching(WATCH + "sequence: {length: 4, gap: 1h}");
        happensAt(1000);
        assertThat(endsSequence(1000 + 100 * DAY)).isTrue();
        recent.beginSequence();
        happensAt(1000 + 100 * DAY);

        assertThat(endsSequence(1001)).isFalse();
        happensAt(1001);

        assertThat(endsSequence(1001 + 3600)).isFalse();
        assertThat(endsSequence(1002 + 3600))
                .as("an hour after the event before it")
                .isTrue();
    }

    @Test
    void anHonestPauseOfDaysEndsOneSequenceAndNoMore() {
        watching(WATCH + "sequence: {length: 4, gap: 1h}");
        happensAt(1000);
        assertThat(endsSequence(1000 + 5 * DAY)).isTrue();
        recent.beginSequence();
        happensAt(1000 + 5 * DAY);

        assertThat(endsSequence(1060 + 5 * DAY)).isFalse();
    }

    private void watching(String yaml) {
        events = TestEvents.ofWatch(yaml);
        recent = new Recent(events.layout());
    }

    private void happensAt(int seconds) {
        recent.append(events.next("ana", "at", seconds));
    }

    private long lateBy(int seconds) {
        return Math.max(0, recent.lateBy(events.next("ana", "at", seconds)));
    }

    private boolean endsSequence(int seconds) {
        return recent.startsNewSequence(events.next("ana", "at", seconds));
    }
}
