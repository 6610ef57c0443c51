package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.trainer.Watches;
import dev.twinwatch.trainer.training.TrainingWindows;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ana has two windows and one more that people called legitimate, ben has one. */
final class WithVouchedTest {
    private final Window first = window(1);
    private final Window second = window(5);
    private final Window vouched = window(9);
    private final Window bens = window(1);
    private final TrainingWindows windows = new WithVouched(
            TrainingWindows.of(List.of(List.of(first, second), List.of(bens))), List.of(List.of(vouched), List.of()));

    @Test
    void whatPeopleCalledLegitimateIsDrawnLikeTheOthersOfItsEntity() {
        assertThat(windows.entities()).isEqualTo(2);
        assertThat(windows.count(0)).isEqualTo(3);
        assertThat(windows.count(1)).isEqualTo(1);
        assertThat(windows.window(0, 1)).isEqualTo(second);
        assertThat(windows.window(0, 2)).isEqualTo(vouched);
        assertThat(windows.slice(0, 2, new Random(1))).isEqualTo(vouched);
        assertThat(windows.slice(1, 0, new Random(1))).isEqualTo(bens);
    }

    private static Window window(long firstNumber) {
        Layout layout = Watches.of("{length: 4}");
        return Window.over(layout, new byte[4 * layout.slotBytes()], 4, firstNumber);
    }
}
