package dev.twinwatch.stream.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvRowsTest {
    @TempDir
    private Path folder;

    @Test
    void rowsKnowTheirLineAndLeaveOutEmptyCells() throws IOException {
        try (CsvRows rows = CsvRows.open(file("a,b\n1,\"x\ny\"\n,2\n"))) {
            assertThat(rows.columns()).containsExactly("a", "b");
            assertThat(rows.next()).isEqualTo(new CsvRows.Row(2, Map.of("a", "1", "b", "x\ny"), ""));
            assertThat(rows.next()).isEqualTo(new CsvRows.Row(4, Map.of("b", "2"), ""));
            assertThat(rows.hasNext()).isFalse();
        }
    }

    @Test
    void aRowOfAnotherLengthIsToldAndTheNextOneIsRead() throws IOException {
        try (CsvRows rows = CsvRows.open(file("a,b\n1\n1,2,3\n1,2\n"))) {
            assertThat(rows.next().problem()).startsWith("has 1 cells, the header has 2: ");
            assertThat(rows.next().problem()).startsWith("has 3 cells, the header has 2: ");
            assertThat(rows.next()).isEqualTo(new CsvRows.Row(4, Map.of("a", "1", "b", "2"), ""));
        }
    }

    @Test
    void aFileWithoutRowsIsRefused() throws IOException {
        try (CsvRows rows = CsvRows.open(file("a,b\n"))) {
            assertThatThrownBy(rows::columns)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("has no rows below its first one, which names the columns");
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("e.csv"), text);
    }
}
