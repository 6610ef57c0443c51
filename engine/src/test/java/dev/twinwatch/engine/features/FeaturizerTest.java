package dev.twinwatch.engine.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.recent.Recent;
import dev.twinwatch.engine.watch.FeatureKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The value of each dense input, by hand. */
final class FeaturizerTest {
    private static final long HOUR = 3_600_000_000L;
    private static final long DAY = 24 * HOUR;
    /** 1970-01-05, the first Monday of the calendar. */
    private static final long MONDAY = 4 * DAY;

    private static final String TIMED =
            "watch: test\nentity: who\ntime: {field: at, unit: micros}\nsequence: {length: 4}\nfeatures: ";

    @ParameterizedTest
    @EnumSource(FeatureKind.class)
    void theKindsThatMakeNumbersOfAnEventAreCalledNumeric(FeatureKind kind) {
        assertThat(kind.isNumeric()).isEqualTo(Featurizer.width(kind) > 0);
    }

    @Test
    void aNumberIsStandardised() {
        Scaling scaling = Scaling.of(new float[] {10}, new float[] {4}, Map.of());

        assertThat(dense("[{name: a, field: a, as: number}]", scaling, "a", 12)).containsExactly(0.5f);
    }

    @Test
    void aLogarithmKeepsTheSign() {
        String logarithm = "[{name: a, field: a, as: number, scale: log}]";

        assertThat(dense(logarithm, Scaling.none(1), "a", Math.E - 1)).containsExactly(1f);
        assertThat(dense(logarithm, Scaling.none(1), "a", 1 - Math.E)).containsExactly(-1f);
        assertThat(dense(logarithm, Scaling.none(1), "a", 0)).containsExactly(0f);
    }

    @Test
    void aRankIsTheShareOfTrainingValuesBelow() {
        String rank = "[{name: a, field: a, as: number, scale: rank}]";
        Scaling scaling =
                Scaling.of(new float[] {0}, new float[] {1}, Map.of(0, new float[] {1, 2, 2, 2, 2, 2, 2, 9, 9, 10}));

        assertThat(dense(rank, scaling, "a", 0)).containsExactly(0f);
        assertThat(dense(rank, scaling, "a", 2)).containsExactly(0.1f);
        assertThat(dense(rank, scaling, "a", 5)).containsExactly(0.7f);
        assertThat(dense(rank, scaling, "a", 99)).containsExactly(1f);
    }

    @Test
    void aMissingNumberIsTheMean() {
        Scaling scaling = Scaling.of(new float[] {10}, new float[] {4}, Map.of());

        assertThat(dense("[{name: a, field: a, as: number}]", scaling, "a", null))
                .containsExactly(0f);
    }

    @Test
    void anAbsurdNumberIsClippedAtSix() {
        String number = "[{name: a, field: a, as: number}]";

        assertThat(dense(number, Scaling.none(1), "a", 1e30)).containsExactly(6f);
        assertThat(dense(number, Scaling.none(1), "a", -7)).containsExactly(-6f);
    }

    @Test
    void theHourStandsOnACircle() {
        String hour = "[{name: hour, as: time-of-day}]";

        assertNear(dense(hour, Scaling.none(4), "at", MONDAY), 0, 1, 0, 1);
        assertNear(dense(hour, Scaling.none(4), "at", MONDAY + 6 * HOUR), 1, 0, 0, -1);
        assertNear(dense(hour, Scaling.none(4), "at", MONDAY + 12 * HOUR), 0, -1, 0, 1);
        assertNear(dense(hour, Scaling.none(4), "at", MONDAY + 3 * HOUR), Math.sqrt(0.5), Math.sqrt(0.5), 1, 0);
        assertNear(dense(hour, Scaling.none(4), "at", -18 * HOUR), 1, 0, 0, -1);
    }

    @Test
    void theWeekBeginsOnMonday() {
        String day = "[{name: day, as: day-of-week}]";

        assertNear(dense(day, Scaling.none(2), "at", MONDAY), 0, 1);
        assertNear(dense(day, Scaling.none(2), "at", MONDAY + 7 * DAY / 4), 1, 0);
        assertNear(dense(day, Scaling.none(2), "at", MONDAY + 7 * DAY / 2), 0, -1);
        assertNear(dense(day, Scaling.none(2), "at", MONDAY - 7 * DAY), 0, 1);
    }

    @Test
    void aPauseIsLogarithmicAndAChangeIsTakenAsItArrived() {
        TestEvents events = TestEvents.ofWatch(
                TIMED + "[{name: c, field: a, as: change, scale: log}, {name: pause, as: since-previous}]");
        byte[] slots = new byte[events.layout().slotBytes()];
        Window.write(events.layout(), slots, 0, 0, events.next("ana", "at", 0), new float[] {
            -1.5f, (float) (Math.E * Math.E - 1)
        });
        Featurizer featurizer = new Featurizer(events.layout(), Scaling.none(2));
        Inputs inputs = featurizer.newInputs();

        featurizer.fill(Window.over(events.layout(), slots, 1, 1), inputs);

        assertThat(inputs.dense(0, 0)).isEqualTo(-1.5f);
        assertThat(inputs.dense(0, 1)).isEqualTo(2f);
    }

    @Test
    void aCategoryIsABucketAndAMissingOneIsBucketZero() {
        TestEvents events = TestEvents.ofWatch(TIMED
                + "[{name: p, field: terminal, as: category, buckets: 4}, {name: n, field: terminal, as: novelty}]");
        Layout layout = events.layout();
        byte[] slots = new byte[2 * layout.slotBytes()];
        Window.write(layout, slots, 0, 0, events.next("ana", "at", 0, "terminal", "terminal-7"), new float[1]);
        Window.write(layout, slots, 1, 0, events.next("ana", "at", 0), new float[1]);
        Featurizer featurizer = new Featurizer(layout, Scaling.none(0));
        Inputs inputs = featurizer.newInputs();

        featurizer.fill(Window.over(layout, slots, 2, 1), inputs);

        assertThat(inputs.events()).isEqualTo(2);
        assertThat(inputs.categoryInputs()).isEqualTo(1);
        assertThat(inputs.bucket(0, 0)).isEqualTo(3);
        assertThat(inputs.bucket(1, 0)).isZero();
    }

    @Test
    void featuresStandInTheOrderOfTheWatch() {
        String features = "[{name: hour, as: time-of-day}, {name: a, field: a, as: number}]";

        float[] row = dense(features, Scaling.none(5), "at", MONDAY + 6 * HOUR, "a", 3);

        assertNear(row, 1, 0, 0, -1, 3);
    }

    @Test
    void aScalingOfAnotherWatchIsRefused() {
        Layout layout = TestEvents.layoutOf(TIMED + "[{name: a, field: a, as: number}]");

        assertThatThrownBy(() -> new Featurizer(layout, Scaling.none(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scaling has 2 inputs, watch test makes 1: the bundle is of another watch");
    }

    @Test
    void aWindowLongerThanTheModelReadsIsRefused() {
        TestEvents five =
                TestEvents.ofWatch(TIMED.replace("length: 4", "length: 5") + "[{name: hour, as: time-of-day}]");
        Window window = Window.over(five.layout(), new byte[5 * five.layout().slotBytes()], 5, 1);

        assertThatThrownBy(() -> new Inputs(4, 1, 0).startWith(window))
                .hasMessage("window has 5 events, the model reads at most 4");
    }

    @Test
    void advancingGivesTheSameInputsAsFillingAnew() {
        TestEvents events = TestEvents.ofWatch("watch: test\nentity: who\nsequence: {length: 4}\nfeatures: "
                + "[{name: a, field: a, as: number}, {name: c, field: c, as: category, buckets: 64}]");
        Recent recent = new Recent(events.layout());
        Featurizer featurizer = new Featurizer(events.layout(), Scaling.none(1));
        Inputs advanced = featurizer.newInputs();
        for (int i = 1; i <= 20; i++) {
            if (i == 11) {
                recent.beginSequence();
            }
            recent.append(events.next("ana", "a", i, "c", "value " + i));
            if (i % 7 == 0) {
                continue; // a window that nobody asked for
            }
            Inputs anew = featurizer.newInputs();

            featurizer.fill(recent.window(), anew);
            featurizer.advance(recent.window(), advanced);

            assertThat(rows(advanced)).as("after event %s", i).isEqualTo(rows(anew));
            assertThat(advanced.summary()).isEqualTo(anew.summary());
        }
    }

    private static List<String> rows(Inputs inputs) {
        return IntStream.range(0, inputs.events())
                .mapToObj(i -> inputs.dense(i, 0) + " in bucket " + inputs.bucket(i, 0))
                .toList();
    }

    private static float[] dense(
            String features, Scaling scaling, String field, @Nullable Object value, Object... more) {
        TestEvents events = TestEvents.ofWatch(TIMED + features);
        byte[] slots = new byte[events.layout().slotBytes()];
        @Nullable Object[] fields = new @Nullable Object[4 + more.length];
        fields[0] = "at";
        fields[1] = 0L;
        fields[2] = field;
        fields[3] = value;
        System.arraycopy(more, 0, fields, 4, more.length);
        Event event = events.next("ana", fields);
        Window.write(events.layout(), slots, 0, event.time(), event, new float[0]);
        Featurizer featurizer = new Featurizer(events.layout(), scaling);
        Inputs inputs = featurizer.newInputs();
        featurizer.fill(Window.over(events.layout(), slots, 1, 1), inputs);
        return Arrays.copyOf(inputs.dense, inputs.denseInputs());
    }

    private static void assertNear(float[] actual, double... expected) {
        assertThat(actual).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).as("input %s", i).isCloseTo(expected[i], within(1e-6));
        }
    }
}
