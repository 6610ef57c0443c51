package dev.twinwatch.trainer.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.trainer.Table;
import dev.twinwatch.trainer.Watches;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows are written as the positions of their first and last event: 3-6. */
final class EntityHistoryTest {
    private static final Layout ENDLESS = Watches.positions();
    private static final Layout BY_SESSION = Watches.of("{length: 4, minimum: 2, by: session}");
    private static final Layout GAPS =
            Watches.of("{length: 4, minimum: 2, gap: 10}", "time: {field: at, unit: ordinal}");

    @ParameterizedTest(name = "stride {0}")
    @CsvSource({"1, '1-4,2-5,3-6,4-7,5-8,6-9'", "2, '1-4,3-6,5-8'", "4, '1-4,5-8'", "9, '6-9'"})
    void windowsLieAStrideApartAndAFullOneCoversTheFirstEvents(int stride, String windows) {
        assertThat(windows(ENDLESS, stride, "ana:9")).isEqualTo(windows);
    }

    @Test
    void sequenceBetweenMinimumAndLengthIsOneWindow() {
        assertThat(windows(BY_SESSION, 2, "s:3")).isEqualTo("1-3");
    }

    @Test
    void sequenceShorterThanTheMinimumIsNone() {
        assertThat(windows(BY_SESSION, 2, "s:1")).isEmpty();
    }

    @Test
    void sequenceOfExactlyTheLengthIsOneWindow() {
        assertThat(windows(BY_SESSION, 1, "s:4")).isEqualTo("1-4");
    }

    @Test
    void noWindowSpansTwoValuesOfTheFieldThatTellsSequencesApart() {
        assertThat(windows(BY_SESSION, 2, "s:3", "t:1", "u:5")).isEqualTo("1-3,5-8");
    }

    @Test
    void noWindowSpansAPauseLongerThanTheGap() {
        EntityHistory history = history(GAPS, "user,at,amount", "a,1,0", "a,2,0", "a,12,0", "a,23,0", "a,24,0");

        assertThat(text(history.windows(GAPS, 2))).isEqualTo("1-3,4-5");
    }

    @Test
    void windowsOwnTheirValues() {
        EntityHistory history = history(ENDLESS, "user,at,amount", "a,1,5", "a,2,6", "a,3,7", "a,4,8", "a,5,9");

        List<Window> windows = history.windows(ENDLESS, 1);

        assertThat(windows.get(0).number(0, 0)).isEqualTo(5);
        assertThat(windows.get(1).number(0, 0)).isEqualTo(6);
    }

    /** Sessions as `name:events`. */
    private static String windows(Layout layout, int stride, String... sessions) {
        List<String> rows = new ArrayList<>();
        for (String session : sessions) {
            String[] parts = session.split(":", -1);
            IntStream.range(0, Integer.parseInt(parts[1]))
                    .forEach(i -> rows.add("ana," + (rows.size() + 1) + ",0," + parts[0]));
        }
        EntityHistory history = history(layout, "user,at,amount,session", rows.toArray(String[]::new));
        return text(history.windows(layout, stride));
    }

    private static EntityHistory history(Layout layout, String header, String... rows) {
        return HistoryReader.read(Table.of(header, rows), layout).entities().get(0);
    }

    private static String text(List<Window> windows) {
        return String.join(
                ",",
                windows.stream()
                        .map(w -> w.firstNumber() + "-" + w.lastNumber())
                        .toList());
    }
}
