package dev.twinwatch.bench.quality.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
    @TempDir
    private Path folder;

    @Test
    void rowsComeByTheNamesOfTheirColumns() throws IOException {
        List<String> read = new ArrayList<>();

        Table.of(file("user,seq\nana,1\nbo,2\n"), List.of("seq", "user"))
                .forEach(row -> read.add(row.text("user") + row.count("seq")));

        assertThat(read).containsExactly("ana1", "bo2");
    }

    @Test
    void missingFileIsNamedWithWhatToDo() {
        assertThatThrownBy(() -> Table.of(folder.resolve("commands.csv.gz"), List.of("user")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("commands.csv.gz is missing")
                .hasMessageContaining("--data");
    }

    @Test
    void missingColumnIsNamedWithTheColumnsThatThereAre() throws IOException {
        Path file = file("user,sequence\nana,1\n");

        assertThatThrownBy(() -> Table.of(file, List.of("user", "seq")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("data.csv has no column seq, only user, sequence")
                .hasMessageContaining("take the file as its data set describes it");
    }

    @Test
    void wrongCellIsNamedWithItsPlace() throws IOException {
        Table table = Table.of(file("user,seq\nana,1\nbo,second\n"), List.of("user", "seq"));

        assertThatThrownBy(() -> table.forEach(row -> row.count("seq")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("row 2 has second in column seq, expected a number");
    }

    @Test
    void brokenRowIsNamed() throws IOException {
        Table table = Table.of(file("user,seq\nana,1\nbo\n"), List.of("user", "seq"));

        assertThatThrownBy(() -> table.forEach(row -> row.text("user")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("line 3 has 1 cells");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text);
    }
}
