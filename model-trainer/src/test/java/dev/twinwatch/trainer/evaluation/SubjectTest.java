package dev.twinwatch.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.trainer.Watches;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Windows of four events each, which do not overlap. */
final class SubjectTest {
    private final Layout layout = Watches.positions();

    @Test
    void theEarlierHalfIsKnownAndTheLaterHalfIsTried() {
        Subject ana = subject(5 * 4);

        assertThat(ana.windows()).isEqualTo(5);
        assertThat(ana.references()).extracting(Window::lastNumber).containsExactly(4L, 8L);
        assertThat(ana.probes()).extracting(Window::firstNumber).containsExactly(9L, 13L, 17L);
        assertThat(ana.newestReferences(1)).extracting(Window::lastNumber).containsExactly(8L);
        assertThat(ana.isUseful()).isTrue();
    }

    @Test
    void ofALongHistoryTheNewestWindowsCountAndProbesAreSpreadOverTheLaterHalf() {
        Subject ana = subject(200 * 4);

        assertThat(ana.windows()).isEqualTo(200);
        assertThat(ana.references()).hasSize(64);
        assertThat(ana.references().get(0).firstNumber()).as("after 72 windows").isEqualTo(72 * 4 + 1);
        assertThat(ana.probes()).hasSize(32);
        assertThat(ana.probes().get(1).firstNumber()).as("every second one").isEqualTo((136 + 2) * 4 + 1);
    }

    @Test
    void oneWindowIsNotEnough() {
        assertThat(subject(4).isUseful()).isFalse();
        assertThat(subject(0).isUseful()).isFalse();
    }

    private Subject subject(int events) {
        EventReader reader = new EventReader(layout);
        List<Event> own = IntStream.range(0, events)
                .mapToObj(i -> Map.<String, Object>of("user", "ana", "at", (long) i, "amount", 1.0))
                .map(values -> reader.read(values::get, new Origin("test", 0, 0, false)))
                .map(reading -> ((Reading.Understood) reading).event())
                .toList();
        return Subject.of(layout, new EntityHistory("ana", own));
    }
}
