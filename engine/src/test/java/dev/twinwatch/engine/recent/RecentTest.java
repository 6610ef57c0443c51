package dev.twinwatch.engine.recent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Origin;
import org.junit.jupiter.api.Test;

/** What one entity remembers of its past, and what each new event is compared with. */
final class RecentTest {
    private static final String TIMED = "watch: test\nentity: who\ntime: {field: at, unit: seconds}\n";

    @Test
    void theFirstEventHasNothingToChangeFrom() {
        TestEvents events = TestEvents.ofWatch(features("{name: c, field: a, as: change}"));
        Recent recent = new Recent(events.layout());

        recent.append(events.next("ana", "a", 5));

        assertThat(newestArrival(recent)).isNaN();
    }

    @Test
    void aChangeIsTheDifferenceFromThePreviousEvent() {
        TestEvents events = TestEvents.ofWatch(features("{name: c, field: a, as: change}"));
        Recent recent = new Recent(events.layout());

        recent.append(events.next("ana", "a", 5));
        recent.append(events.next("ana", "a", 3));

        assertThat(newestArrival(recent)).isEqualTo(-2f);
    }

    @Test
    void aLogarithmicChangeIsTheDifferenceOfLogarithms() {
        TestEvents events = TestEvents.ofWatch(features("{name: c, field: a, as: change, scale: log}"));
        Recent recent = new Recent(events.layout());

        recent.append(events.next("ana", "a", 0));
        recent.append(events.next("ana", "a", Math.E - 1));

        assertThat(newestArrival(recent)).isEqualTo(1f);
    }

    @Test
    void aChangeFromAMissingValueIsMissing() {
        TestEvents events = TestEvents.ofWatch(features("{name: c, field: a, as: change}"));
        Recent recent = new Recent(events.layout());

        recent.append(events.next("ana"));
        recent.append(events.next("ana", "a", 3));

        assertThat(newestArrival(recent)).isNaN();
    }

    @Test
    void aPauseIsInSeconds() {
        TestEvents events = TestEvents.ofWatch(TIMED + "features: [{name: p, as: since-previous}]");
        Recent recent = new Recent(events.layout());

        recent.append(events.next("ana", "at", 100));
        assertThat(newestArrival(recent)).isNaN();
        recent.append(events.next("ana", "at", 102.5));
        assertThat(newestArrival(recent)).isEqualTo(2.5f);
        recent.append(events.next("ana", "at", 101));
        assertThat(newestArrival(recent))
                .as("after an event that was a little late")
                .isZero();
    }

    @Test
    void withoutATimeThePositionIsTheTime() {
        TestEvents events = TestEvents.ofWatch(features("{name: p, as: since-previous}"));
        Recent recent = new Recent(events.layout());

        recent.append(events.next("ana"));
        recent.append(events.next("ana"));

        assertThat(newestArrival(recent)).isEqualTo(1f);
        assertThat(recent.window().time(0)).isEqualTo(1);
        assertThat(recent.window().time(1)).isEqualTo(2);
    }

    @Test
    void aDeviationIsReportedOnceTwoValuesAreKnown() {
        TestEvents events = TestEvents.ofWatch(features("{name: r, field: a, as: relative}"));
        Recent recent = new Recent(events.layout());

        recent.append(events.next("ana", "a", 10));
        assertThat(newestArrival(recent)).isNaN();
        recent.append(events.next("ana", "a", 20));
        assertThat(newestArrival(recent)).isNaN();
    }

    @Test
    void aDeviationIsMeasuredInTheEntitysOwn() {
        Usual usual = new Usual();
        usual.mean = 10;
        usual.variance = 4;
        usual.weight = 8;
        // root of 4 * (1 + 1/8) is 2.1213; a thousandth of the mean is added
        double spread = Math.sqrt(4.5) + 0.01;

        float deviation = usual.deviation(14);

        assertThat((double) deviation).isCloseTo(4 / spread, within(1e-5));
    }

    @Test
    void whatIsUsualFollowsWithAHalfLifeOfFiftyEvents() {
        Usual usual = new Usual();

        usual.deviation(10);
        usual.deviation(20);

        // the first value now weighs d = 0.5^(1/50); with weights d and 1:
        double d = Math.pow(0.5, 0.02);
        double mean = (10 * d + 20) / (d + 1);
        assertThat((double) usual.weight).isCloseTo(d + 1, within(1e-6));
        assertThat((double) usual.mean).isCloseTo(mean, within(1e-5));
        assertThat((double) usual.variance)
                .isCloseTo((d * (10 - mean) * (10 - mean) + (20 - mean) * (20 - mean)) / (d + 1), within(1e-4));
    }

    @Test
    void aDeviationIsClippedAtTenAndLearnedAsThree() {
        Usual usual = new Usual();
        usual.mean = 0;
        usual.variance = 1;
        usual.weight = 10;
        double spread = Math.sqrt(1.1) + 1e-9;

        float deviation = usual.deviation(1_000_000);

        double after = 10 * Math.pow(0.5, 0.02) + 1;
        assertThat(deviation).isEqualTo(10f);
        assertThat((double) usual.mean).isCloseTo(3 * spread / after, within(1e-5));
    }

    @Test
    void fromAConstantZeroOneGetsUsedToAnythingAsFastAsFromAnyConstant() {
        assertThat(eventsAtTheClip(1, 5)).isBetween(60, 110);
        assertThat(eventsAtTheClip(0, 5)).isBetween(60, 110);
        assertThat(eventsAtTheClip(0, 1000)).isEqualTo(eventsAtTheClip(0, 5));
        assertThat(eventsAtTheClip(0, -5)).isEqualTo(eventsAtTheClip(0, 5));
        assertThat(eventsAtTheClip(0, 0)).isZero();
    }

    /** After 200 events of one value, how many of another are reported as 10 deviations or more. */
    private static int eventsAtTheClip(float before, float after) {
        Usual usual = new Usual();
        for (int i = 0; i < 200; i++) {
            usual.deviation(before);
        }
        int clipped = 0;
        while (Math.abs(usual.deviation(after)) == Usual.CLIP) {
            clipped++;
        }
        return clipped;
    }

    @Test
    void anAbsurdNumberDoesNotEndWhatIsUsual() {
        Usual usual = new Usual();
        usual.deviation(1);
        usual.deviation(Float.MAX_VALUE);
        usual.deviation(-Float.MAX_VALUE);

        for (int i = 0; i < 3000; i++) {
            usual.deviation(i % 2);
        }

        assertThat(usual.deviation(2)).isFinite().isPositive();
    }

    @Test
    void aValueNeverHadIsInfinitelyOld() {
        TestEvents events = TestEvents.ofWatch(features("{name: n, field: t, as: novelty}"));
        Recent recent = new Recent(events.layout());

        recent.append(events.next("ana", "t", "x"));
        assertThat(newestArrival(recent)).isEqualTo(Float.POSITIVE_INFINITY);
        recent.append(events.next("ana", "t", "y"));
        assertThat(newestArrival(recent)).isEqualTo(Float.POSITIVE_INFINITY);
        recent.append(events.next("ana"));
        assertThat(newestArrival(recent)).as("of a missing value").isNaN();
        recent.append(events.next("ana", "t", "x"));
        assertThat(newestArrival(recent)).isEqualTo(3f);
        recent.append(events.next("ana", "t", "x"));
        assertThat(newestArrival(recent)).isEqualTo(1f);
    }

    @Test
    void ofMoreThan256ValuesTheOneUnseenForLongestIsForgotten() {
        LastSeen seen = new LastSeen();
        for (int i = 1; i <= 256; i++) {
            seen.ageThenNote(i, i);
        }
        seen.ageThenNote(1, 257);

        assertThat(seen.ageThenNote(1000, 258)).isEqualTo(Float.POSITIVE_INFINITY);

        assertThat(seen.size).isEqualTo(256);
        assertThat(seen.ageThenNote(1, 259)).isEqualTo(2f);
        assertThat(seen.ageThenNote(3, 260)).isEqualTo(257f);
        assertThat(seen.ageThenNote(2, 261)).isEqualTo(Float.POSITIVE_INFINITY);
    }

    @Test
    void aPauseLongerThanTheGapStartsANewSequence() {
        TestEvents events = TestEvents.ofWatch(
                TIMED + "sequence: {length: 4, gap: 10s}\nfeatures: [{name: a, field: a, as: number}]");
        Recent recent = new Recent(events.layout());
        recent.append(events.next("ana", "at", 100));

        assertThat(recent.startsNewSequence(events.next("ana", "at", 110))).isFalse();
        assertThat(recent.startsNewSequence(events.next("ana", "at", 110.000001)))
                .isTrue();
    }

    @Test
    void theFirstEventOfAnEntityEndsNoSequence() {
        TestEvents events = TestEvents.ofWatch(features("{name: a, field: a, as: number}") + "\nsequence: {by: s}");

        assertThat(new Recent(events.layout()).startsNewSequence(events.next("ana", "s", "one")))
                .isFalse();
    }

    @Test
    void anotherValueOfTheFieldStartsANewSequence() {
        TestEvents events = TestEvents.ofWatch(features("{name: a, field: a, as: number}") + "\nsequence: {by: s}");
        Recent recent = new Recent(events.layout());
        recent.append(events.next("ana", "s", "one"));

        assertThat(recent.startsNewSequence(events.next("ana", "s", "one"))).isFalse();
        assertThat(recent.startsNewSequence(events.next("ana", "s", "two"))).isTrue();
    }

    @Test
    void aNewSequenceForgetsTheWindowButNotTheEntity() {
        TestEvents events = TestEvents.ofWatch(
                features("{name: c, field: a, as: change}, {name: n, field: t, as: novelty}") + "\nsequence: {by: s}");
        Recent recent = new Recent(events.layout());
        recent.append(events.next("ana", "s", "one", "a", 1, "t", "x"));

        recent.beginSequence();
        recent.append(events.next("ana", "s", "two", "a", 5, "t", "x"));

        assertThat(recent.window().events()).isEqualTo(1);
        assertThat(recent.window().firstNumber()).isEqualTo(2);
        assertThat(recent.coveredUpTo()).isEqualTo(1);
        assertThat(recent.window().arrival(0, 0)).as("change").isNaN();
        assertThat(recent.window().arrival(0, 1)).as("novelty").isEqualTo(1f);
    }

    @Test
    void aWindowHoldsTheNewestEvents() {
        TestEvents events = TestEvents.ofWatch(features("{name: a, field: a, as: number}") + "\nsequence: {length: 3}");
        Recent recent = new Recent(events.layout());

        for (int i = 1; i <= 5; i++) {
            recent.append(events.next("ana", "a", i));
        }

        assertThat(recent.count()).isEqualTo(5);
        assertThat(recent.window().events()).isEqualTo(3);
        assertThat(recent.window().firstNumber()).isEqualTo(3);
        assertThat(recent.window().number(0, 0)).isEqualTo(3f);
        assertThat(recent.window().number(2, 0)).isEqualTo(5f);
    }

    @Test
    void aWindowThatBeginsAfterAnEventHoldsTheLaterOnesAlone() {
        TestEvents events = TestEvents.ofWatch(features("{name: a, field: a, as: number}") + "\nsequence: {length: 3}");
        Recent recent = new Recent(events.layout());
        for (int i = 1; i <= 5; i++) {
            recent.append(events.next("ana", "a", i));
        }
        recent.lastEvidence(3);

        recent.beginAfter(2);
        assertThat(recent.window().firstNumber()).as("event 2 was not in it").isEqualTo(3);
        assertThat(recent.lastEvidence()).isEqualTo(3f);

        recent.beginAfter(4);
        assertThat(recent.window().firstNumber()).isEqualTo(5);
        assertThat(recent.window().events()).isEqualTo(1);
        assertThat(recent.window().number(0, 0)).isEqualTo(5f);
        assertThat(recent.lastEvidence()).as("of the window before").isNaN();

        recent.beginAfter(9);
        assertThat(recent.window().events()).isZero();
        assertThat(recent.count()).isEqualTo(5);
    }

    @Test
    void anEventBehindTheNewestByMoreThanAllowedIsLate() {
        TestEvents events = TestEvents.ofWatch(TIMED + "lateness: 10s\nfeatures: [{name: a, field: a, as: number}]");
        Recent recent = new Recent(events.layout());
        assertThat(recent.lateBy(events.next("ana", "at", 5))).isZero();

        recent.append(events.next("ana", "at", 100));
        recent.append(events.next("ana", "at", 95));

        assertThat(recent.lateBy(events.next("ana", "at", 90))).isZero();
        assertThat(recent.lateBy(events.next("ana", "at", 89.5))).isEqualTo(500_000L);
    }

    @Test
    void withoutALatenessNothingIsLate() {
        TestEvents events = TestEvents.ofWatch(TIMED + "features: [{name: a, field: a, as: number}]");
        Recent recent = new Recent(events.layout());

        recent.append(events.next("ana", "at", 1_000_000));

        assertThat(recent.lateBy(events.next("ana", "at", 1))).isZero();
    }

    @Test
    void theFirstEventOfANewSequenceIsNeverLate() {
        TestEvents events = TestEvents.ofWatch(
                TIMED + "lateness: 10s\nsequence: {by: s}\nfeatures: [{name: a, field: a, as: number}]");
        Recent recent = new Recent(events.layout());
        recent.append(events.next("ana", "at", 100, "s", "one"));

        assertThat(recent.lateBy(events.next("ana", "at", 1, "s", "two"))).isZero();
    }

    @Test
    void aReplayedOffsetWasSeenInItsOwnPartition() {
        TestEvents events = TestEvents.ofWatch(features("{name: a, field: a, as: number}"));
        Recent recent = new Recent(events.layout());
        recent.append(from(events, "events", 0, 50));
        recent.append(from(events, "events", 1, 7));

        assertThat(recent.hasSeen(from(events, "events", 0, 50))).isTrue();
        assertThat(recent.hasSeen(from(events, "events", 0, 49))).isTrue();
        assertThat(recent.hasSeen(from(events, "events", 0, 51))).isFalse();
        assertThat(recent.hasSeen(from(events, "events", 1, 7))).isTrue();
        assertThat(recent.hasSeen(from(events, "events", 1, 8))).isFalse();
        assertThat(recent.hasSeen(from(events, "events", 2, 0))).isFalse();
    }

    @Test
    void aRowOfAnotherFileIsNoReplay() {
        TestEvents events = TestEvents.ofWatch(features("{name: a, field: a, as: number}"));
        Recent recent = new Recent(events.layout());

        recent.append(from(events, "january.csv", 0, 50));

        assertThat(recent.hasSeen(from(events, "february.csv", 0, 3))).isFalse();
    }

    @Test
    void theOldestOfMoreThanFourPartitionsIsForgotten() {
        TestEvents events = TestEvents.ofWatch(features("{name: a, field: a, as: number}"));
        Recent recent = new Recent(events.layout());

        for (int partition = 0; partition < 5; partition++) {
            recent.append(from(events, "events", partition, 10));
        }

        assertThat(recent.hasSeen(from(events, "events", 0, 10))).isFalse();
        assertThat(recent.hasSeen(from(events, "events", 1, 10))).isTrue();
        assertThat(recent.hasSeen(from(events, "events", 4, 10))).isTrue();
    }

    @Test
    void coverageOnlyGrows() {
        Recent recent = new Recent(TestEvents.layoutOf(features("{name: a, field: a, as: number}")));

        recent.covered(8, 1);
        recent.covered(3, 2);

        assertThat(recent.coveredUpTo()).isEqualTo(8);
        assertThat(recent.profileRevision()).isEqualTo(2);
    }

    private static String features(String list) {
        return "watch: test\nentity: who\nfeatures: [" + list + "]";
    }

    private static float newestArrival(Recent recent) {
        return recent.window().arrival(recent.window().events() - 1, 0);
    }

    private static Event from(TestEvents events, String source, int partition, long offset) {
        return events.at(new Origin(source, partition, offset, false), "ana");
    }
}
