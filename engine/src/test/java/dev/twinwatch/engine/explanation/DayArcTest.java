package dev.twinwatch.engine.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.features.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The usual hours of an entity, on a circle of 24. */
final class DayArcTest {
    private static final long HOUR = 3_600_000_000L;

    @Test
    void oneOddHourOfFiveIsLeftOut() {
        DayArc arc = of(10, 11, 12, 13, 20);

        assertThat(arc.words()).isEqualTo("10:00 to 13:00");
        assertThat(arc.holds(12 * HOUR)).isTrue();
        assertThat(arc.holds(20 * HOUR)).isFalse();
        assertThat(arc.middle().at()).as("11:00").isEqualTo(1);
    }

    @Test
    void theArcMayReachOverMidnight() {
        DayArc arc = of(22, 23, 0, 1, 2);

        assertThat(arc.words()).isEqualTo("22:00 to 01:00");
        assertThat(arc.holds(HOUR / 2)).isTrue();
        assertThat(arc.holds(12 * HOUR)).isFalse();
    }

    /** Four of five events at six o'clock and around: not the whole day from six to six. */
    @Test
    void theArcIsNeverTheWholeCircle() {
        assertThat(of(5, 6, 6, 7, 6).words()).isEqualTo("05:00 to 06:00");
    }

    @Test
    void oneEventIsAnArcOfNoLength() {
        assertThat(of(7).words()).isEqualTo("07:00");
    }

    private static DayArc of(int... hours) {
        TestEvents events =
                TestEvents.ofWatch("watch: w\nentity: who\nfeatures: [{name: amount, field: amount, as: number}]\n");
        Window window = events.window(1, new double[hours.length]);
        List<Habits.Done> all = new ArrayList<>();
        IntStream.range(0, hours.length).forEach(i -> all.add(new Habits.Done(window, i, 1)));
        return DayArc.of(all, event -> hours[event.at()] * HOUR);
    }
}
