package dev.twinwatch.engine.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.TestEvents;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is learned about each dense input, by hand. */
final class ScalingFitTest {
    private static final String NUMBER =
            "watch: test\nentity: who\nsequence: {length: 512}\nfeatures: [{name: a, field: a, as: number}]";
    private static final String RANK = NUMBER.replace("as: number", "as: number, scale: rank");

    @Test
    void meanAndDeviationAreOverAllEventsOfAllWindows() {
        Scaling scaling = fit(NUMBER, new Integer[] {1, 3}, new Integer[] {5, 7});

        assertThat(scaling.means()).containsExactly(4f);
        assertThat(scaling.deviations()).containsExactly((float) Math.sqrt(5));
    }

    @Test
    void missingValuesDoNotCount() {
        Scaling scaling = fit(NUMBER, new Integer[] {1, null, 3});

        assertThat(scaling.means()).containsExactly(2f);
        assertThat(scaling.deviations()).containsExactly(1f);
    }

    @Test
    void aConstantColumnHasDeviationOne() {
        Scaling scaling = fit(NUMBER, new Integer[] {7, 7, 7});

        assertThat(scaling.means()).containsExactly(7f);
        assertThat(scaling.deviations()).containsExactly(1f);
    }

    @Test
    void smallNumbersOnALogarithmicScaleAreCountedInATenthOfTheirMedian() {
        TestEvents events = TestEvents.ofWatch(NUMBER.replace("as: number", "as: number, scale: log"));

        Scaling seconds = ScalingFit.fit(events.layout(), List.of(window(events, 0.1, 0.2, 0, 0.4)));
        Scaling amounts = ScalingFit.fit(events.layout(), List.of(window(events, 20, 40, 0, 90)));

        // log(1 + 0.2 / 0.02), so that twice as long is as much further everywhere
        assertThat(seconds.units()).containsExactly(0.02f);
        assertThat(amounts.units()).as("large enough as they are").containsExactly(1f);
    }

    private static Window window(TestEvents events, double... numbers) {
        byte[] slots = new byte[numbers.length * events.layout().slotBytes()];
        for (int i = 0; i < numbers.length; i++) {
            Window.write(events.layout(), slots, i, i, events.next("ana", "a", numbers[i]), new float[0]);
        }
        return Window.over(events.layout(), slots, numbers.length, 1);
    }

    @Test
    void aColumnWithoutAnyValueIsLeftAlone() {
        Scaling scaling = fit(NUMBER, new Integer[] {null, null});

        assertThat(scaling.means()).containsExactly(0f);
        assertThat(scaling.deviations()).containsExactly(1f);
    }

    @Test
    void aChangeBeyondAllNumbersDoesNotEndTheTraining() {
        TestEvents events = TestEvents.ofWatch(NUMBER.replace("as: number", "as: change"));
        byte[] slots = new byte[3 * events.layout().slotBytes()];
        float[] changes = {Float.POSITIVE_INFINITY, 2, 4};
        for (int i = 0; i < 3; i++) {
            Window.write(events.layout(), slots, i, i, events.next("ana"), new float[] {changes[i]});
        }

        Scaling scaling = ScalingFit.fit(events.layout(), List.of(Window.over(events.layout(), slots, 3, 1)));

        assertThat(scaling.means()).containsExactly(3f);
        assertThat(scaling.deviations()).containsExactly(1f);
    }

    @Test
    void ranksAreTheSortedValuesWhereTheyAreFew() {
        Scaling scaling = fit(RANK, new Integer[] {5, 1, null, 3});

        assertThat(scaling.ranks()).containsOnlyKeys(0);
        assertThat(scaling.ranks().get(0)).containsExactly(1, 3, 5);
    }

    @Test
    void theMeanIsThatOfTheRanksAndNotOfTheValues() {
        Scaling scaling = fit(RANK, new Integer[] {5, 1, 3, 1000});

        assertThat(scaling.means()).containsExactly(0.375f);
    }

    @Test
    void manyValuesAreKeptAs256Knots() {
        Integer[] values = IntStream.range(0, 511).boxed().toArray(Integer[]::new);

        float[] knots = fit(RANK, values).ranks().get(0);

        assertThat(knots).hasSize(256);
        assertThat(knots[0]).isEqualTo(0f);
        assertThat(knots[1]).isEqualTo(2f);
        assertThat(knots[255]).isEqualTo(510f);
    }

    @Test
    void aRankWithoutAnyValueHasOneKnot() {
        assertThat(fit(RANK, new Integer[] {null}).ranks().get(0)).containsExactly(0f);
    }

    @Test
    void aScalingWithoutMeaningIsRefused() {
        assertThatThrownBy(() -> Scaling.of(new float[1], new float[1], Map.of()))
                .hasMessage("scaling of dense input 0 has mean 0.0 and deviation 0.0: train again");
        assertThatThrownBy(() -> Scaling.of(new float[] {Float.NaN}, new float[] {1}, Map.of()))
                .hasMessage("scaling of dense input 0 has mean NaN and deviation 1.0: train again");
        assertThatThrownBy(() -> Scaling.of(new float[1], new float[2], Map.of()))
                .hasMessage("scaling has 1 means and 2 deviations");
    }

    private static Scaling fit(String watch, @Nullable Integer[]... windows) {
        TestEvents events = TestEvents.ofWatch(watch);
        return ScalingFit.fit(
                events.layout(),
                List.of(windows).stream().map(values -> window(events, values)).toList());
    }

    private static Window window(TestEvents events, @Nullable Integer[] values) {
        byte[] slots = new byte[values.length * events.layout().slotBytes()];
        for (int i = 0; i < values.length; i++) {
            Window.write(events.layout(), slots, i, i, events.next("ana", "a", values[i]), new float[0]);
        }
        return Window.over(events.layout(), slots, values.length, 1);
    }
}
