package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.trainer.Table;
import dev.twinwatch.trainer.Watches;
import dev.twinwatch.trainer.history.EntityHistory;
import dev.twinwatch.trainer.history.HistoryReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Windows of four events are written as the positions of their first and last event: 3-6. */
final class HistoryWindowsTest {
    private static final Layout ENDLESS = Watches.positions();
    private static final Layout BY_SESSION = Watches.of("{length: 4, minimum: 2, by: session}");

    @Test
    void windowsLieHalfAWindowApart() {
        HistoryWindows windows = windows(ENDLESS, events("ana", 9, "s"));

        assertThat(windows.count(0)).isEqualTo(3);
        assertThat(text(windows.window(0, 0))).isEqualTo("1-4");
        assertThat(text(windows.window(0, 2))).isEqualTo("5-8");
    }

    @Test
    void slicesBeginAnywhereUpToTheNextWindowAndTheLastOneMayEndWithTheHistory() {
        HistoryWindows windows = windows(ENDLESS, events("ana", 9, "s"));

        assertThat(slices(windows, 0)).containsExactly("1-4", "2-5");
        assertThat(slices(windows, 1)).containsExactly("3-6", "4-7");
        assertThat(slices(windows, 2)).containsExactly("5-8", "6-9");
    }

    @Test
    void slicesStayWithinThePausesThatPartSequences() {
        Layout gaps = Watches.of("{length: 4, minimum: 2, gap: 10}", "time: {field: at, unit: ordinal}");
        List<String> rows = new ArrayList<>();
        IntStream.of(1, 2, 3, 4, 50, 51, 52, 53, 54).forEach(at -> rows.add("ana," + at + ",0,s"));
        HistoryWindows windows = windows(gaps, rows);

        assertThat(slices(windows, 0)).containsExactly("1-4");
        assertThat(slices(windows, 1)).containsExactly("5-8", "6-9");
    }

    @Test
    void sequencesThatEndByThemselvesAreNotSliced() {
        HistoryWindows windows = windows(BY_SESSION, events("ana", 5, "s"));

        assertThat(slices(windows, 0)).containsExactly("1-4");
    }

    @Test
    void theSameRandomNumbersGiveTheSameSlices() {
        HistoryWindows windows = windows(ENDLESS, events("ana", 200, "s"));

        assertThat(some(windows, 5)).isEqualTo(some(windows, 5)).isNotEqualTo(some(windows, 6));
    }

    @Test
    void aSampleIsAllWindowsWhereTheyAreFewAndElseSpreadOverAllEntities() {
        List<String> rows = new ArrayList<>(events("ana", 9, "s"));
        rows.addAll(events("bob", 1, "s"));
        rows.addAll(events("eve", 9, "s"));
        HistoryWindows windows = windows(ENDLESS, rows);

        assertThat(texts(windows.sample(1_000, 4))).containsExactly("1-4", "3-6", "5-8", "1-4", "3-6", "5-8");
        assertThat(texts(windows.sample(8, 4))).containsExactly("1-4", "1-4");
        assertThat(texts(windows.sample(1, 4))).containsExactly("1-4");
    }

    private static Set<String> slices(HistoryWindows windows, int index) {
        Random random = new Random(1);
        Set<String> slices = new TreeSet<>();
        for (int i = 0; i < 50; i++) {
            slices.add(text(windows.slice(0, index, random)));
        }
        return slices;
    }

    private static List<String> some(HistoryWindows windows, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, 50)
                .mapToObj(i -> text(windows.slice(0, i, random)))
                .toList();
    }

    private static List<String> events(String user, int count, String session) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(at -> user + "," + at + ",0," + session)
                .toList();
    }

    private static HistoryWindows windows(Layout layout, List<String> rows) {
        Table table = Table.of("user,at,amount,session", rows.toArray(String[]::new));
        List<EntityHistory> entities = HistoryReader.read(table, layout).entities();
        return new HistoryWindows(layout, entities);
    }

    private static List<String> texts(List<Window> windows) {
        return windows.stream().map(HistoryWindowsTest::text).toList();
    }

    private static String text(Window window) {
        return window.firstNumber() + "-" + window.lastNumber();
    }
}
