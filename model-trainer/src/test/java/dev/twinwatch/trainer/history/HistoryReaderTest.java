package dev.twinwatch.trainer.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.Table;
import dev.twinwatch.trainer.Watches;
import dev.twinwatch.trainer.source.CsvSource;
import dev.twinwatch.trainer.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryReaderTest {
    private static final String HEADER = "user,at,amount";

    private final Layout layout = Watches.positions();

    @TempDir
    private Path folder;

    @Test
    void eventsOfAnEntityKeepTheOrderOfTheirRowsWhateverTheirTimes() {
        History history = read("bob,7,1", "ana,3,2", "bob,5,3");

        assertThat(history.entities()).extracting(EntityHistory::entity).containsExactly("bob", "ana");
        assertThat(history.entities().get(0).events()).extracting(Event::time).containsExactly(7L, 5L);
        assertThat(history.rows()).isEqualTo(3);
        assertThat(history.from()).isEqualTo(3);
        assertThat(history.to()).isEqualTo(7);
    }

    @Test
    void aTenthOfTheRowsMayBeNoEventsAndIsCountedWithFileAndRow() {
        String[] rows = Collections.nCopies(10, "ana,1,2").toArray(String[]::new);
        rows[3] = "ana,soon,2";

        History history = read(rows);

        assertThat(history.rows()).isEqualTo(9);
        assertThat(history.unreadable()).isEqualTo(1);
        assertThat(history.problems())
                .containsExactly("t.csv row 4: field at (the time) is 'soon', expected a whole number");
    }

    @Test
    void moreThanATenthIsRefusedWithTheFirstFiveProblems() {
        String[] rows = Collections.nCopies(50, "ana,1,2").toArray(String[]::new);
        for (int i = 0; i < 6; i++) {
            rows[i] = "ana,1,much";
        }

        assertThatThrownBy(() -> read(rows))
                .isInstanceOf(HistoryException.class)
                .hasMessage("t.csv: 6 of 50 records are no events of watch tests: correct the watch or the data."
                        + " The first problems: t.csv row 1: field amount is 'much', expected a number;"
                        + " t.csv row 2: field amount is 'much', expected a number;"
                        + " t.csv row 3: field amount is 'much', expected a number;"
                        + " t.csv row 4: field amount is 'much', expected a number;"
                        + " t.csv row 5: field amount is 'much', expected a number");
    }

    @Test
    void whatTheSourceItselfCannotReadCountsToo() {
        assertThatThrownBy(() -> read("ana,1,2", "ana,1"))
                .hasMessage("t.csv: 1 of 2 records are no events of watch tests: correct the watch or the data."
                        + " The first problems: t.csv row 2 has 2 cells");
    }

    @Test
    void sourceWithoutRecordsIsRefused() {
        assertThatThrownBy(this::read)
                .isInstanceOf(HistoryException.class)
                .hasMessage("t.csv has no records: bring some events");
    }

    @Test
    void columnsThatTheWatchNamesMustBeThere() throws IOException {
        Path file = Files.writeString(folder.resolve("e.csv"), "user,price\nana,2\n");

        assertThatThrownBy(() -> HistoryReader.read(new CsvSource(file), layout))
                .isInstanceOf(SourceException.class)
                .hasMessage(file + " has no column at, amount, only user, price:"
                        + " correct the fields of the watch or the first row of the file");
    }

    @Test
    void unwantedEventsAreReadButNotKept() {
        Table table = Table.of(HEADER, "ana,1,2", "ana,2,2", "ana,3,2");

        History history = HistoryReader.read(table, layout, event -> event.time() != 2);

        assertThat(history.rows()).isEqualTo(3);
        assertThat(history.entities().get(0).events()).extracting(Event::time).containsExactly(1L, 3L);
    }

    @Test
    void sameDataHasTheSameSumAndOtherOrderOrValuesAnother() {
        String sum = read("ana,1,2", "bob,2,3").sha256();

        assertThat(sum)
                .matches("[0-9a-f]{64}")
                .isEqualTo(read("ana,1,2", "bob,2,3").sha256());
        assertThat(List.of(
                        read("bob,2,3", "ana,1,2").sha256(),
                        read("ana,1,2", "bob,2,4").sha256(),
                        read("ana,1,2").sha256()))
                .doesNotContain(sum)
                .doesNotHaveDuplicates();
    }

    private History read(String... rows) {
        return HistoryReader.read(Table.of(HEADER, rows), layout);
    }
}
