package dev.twinwatch.trainer.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.trainer.Table;
import dev.twinwatch.trainer.Watches;
import dev.twinwatch.trainer.source.CsvSource;
import dev.twinwatch.trainer.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    void rowsThatAreNoEventsAreToldAndTheOthersRead() {
        List<String> told = new ArrayList<>();
        Table table = Table.of(HEADER, "ana,1,2", "ana,soon,2", "ana,2", ",3,1", "ana,4,", "ana,5,NaN", "ana,,1");

        History history = HistoryReader.read(table, layout, event -> true, (problem, record) -> told.add(problem));

        assertThat(history.rows()).as("an empty number is a missing one").isEqualTo(2);
        assertThat(told)
                .containsExactly(
                        "t.csv row 2: field at (the time) is 'soon', expected a whole number",
                        "t.csv row 3 has 2 cells",
                        "t.csv row 4: field user (the entity) is missing",
                        "t.csv row 6: field amount is NaN, expected a finite number",
                        "t.csv row 7: field at (the time) is missing");
    }

    @Test
    void aSourceOfWhichNoRecordIsAnEventIsNotEmpty() {
        assertThat(read("ana,1,much").entities()).isEmpty();
    }

    @Test
    void fieldsThatNoEventHasAreFound() {
        Layout places = Layout.of(WatchFile.parse("watch.yaml", """
                watch: tests
                entity: user
                features:
                  - {name: amount, field: amount, as: number}
                  - {name: step,   field: amount, as: change}
                  - {name: price,  field: price,  as: number}
                  - {name: place,  field: place,  as: category}
                  - {name: shop,   field: shop,   as: novelty}
                """));
        Table table = Table.of("user,amount,place", "ana,1,", "bob,,Lima");

        assertThat(HistoryReader.read(table, places).missingFields()).containsExactly("price", "shop");
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

        History history = HistoryReader.read(table, layout, event -> event.time() != 2, RejectListener.NOBODY);

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
