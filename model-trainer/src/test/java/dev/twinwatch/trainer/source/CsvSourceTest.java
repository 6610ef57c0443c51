package dev.twinwatch.trainer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Origin;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvSourceTest {
    @TempDir
    private Path folder;

    @Test
    void cellsAreFoundByTheNameOfTheirColumn() throws IOException {
        Seen seen = read(file("e.csv", "user,amount\nana,3.5\nbob,4\n"), "amount", "user");

        assertThat(seen.values).containsExactly(List.of("3.5", "ana"), List.of("4", "bob"));
        assertThat(seen.origins).containsExactly(new Origin("e.csv", 0, 1, false), new Origin("e.csv", 0, 2, false));
    }

    @Test
    void emptyCellsAndUnknownColumnsAreAbsent() throws IOException {
        Seen seen = read(file("e.csv", "user,amount\nana,\n"), "user", "amount", "place");

        assertThat(seen.values).containsExactly(List.of("ana", "absent", "absent"));
    }

    @Test
    void quotedCellsMayHoldCommasAndLines() throws IOException {
        Seen seen = read(file("e.csv", "user,note\nana,\"a, \"\"b\"\"\nc\"\n"), "note");

        assertThat(seen.values).containsExactly(List.of("a, \"b\"\nc"));
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefusedInsteadOfSwallowingTheRest() throws IOException {
        Path file = file("e.csv", "user,amount\nana,1\n\"bob,2\ncarl,3\ndora,4\n");

        assertThatThrownBy(() -> read(file, "user"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("e.csv line 3 opens a quote that is not closed in that row");
    }

    @Test
    void compressedFilesAreReadLikePlainOnes() throws IOException {
        Path file = folder.resolve("e.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("user\nana\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(read(file, "user").values).containsExactly(List.of("ana"));
    }

    @Test
    void byteOrderMarkOfSpreadsheetsIsNoPartOfTheFirstName() throws IOException {
        assertThat(read(file("e.csv", "\uFEFFuser\nana\n"), "user").values).containsExactly(List.of("ana"));
    }

    @Test
    void rowWithTooManyCellsIsReportedWithItsLineAndTheOthersAreRead() throws IOException {
        Seen seen = read(file("e.csv", "user,amount\nana,3,5\nbob,4\ncai\n"), "user");

        assertThat(seen.values).containsExactly(List.of("bob"));
        assertThat(seen.reasons)
                .containsExactly(
                        "e.csv line 2 has 3 cells, the header has 2: quote cells that contain a comma",
                        "e.csv line 4 has 1 cells, the header has 2: write all of them, an empty one for a missing value");
        assertThat(seen.origins).extracting(Origin::offset).containsExactly(1L, 2L, 3L);
    }

    @Test
    void rowThatIsVisitedIsNamedByItsLineAndShownAsItStands() throws IOException {
        CsvSource source = new CsvSource(file("e.csv", "user,note\nana,\"two\nlines\"\n\nbob,\"a, b\"\ncai\n"));
        List<String> seen = new ArrayList<>();

        source.forEach(new RecordVisitor() {
            @Override
            public void record(Fields fields, Origin origin) {
                seen.add(source.place(origin) + ": " + source.text());
            }

            @Override
            public void unreadable(String reason, Origin origin) {
                seen.add(source.place(origin) + " no event: " + source.text());
            }
        });

        assertThat(seen)
                .containsExactly(
                        "e.csv line 2: ana,\"two\nlines\"", "e.csv line 5: bob,\"a, b\"", "e.csv line 6 no event: cai");
    }

    @Test
    void secondReadingStartsAnew() throws IOException {
        CsvSource source = new CsvSource(file("e.csv", "user\nana\n"));
        Seen seen = new Seen("user");

        source.forEach(seen);
        source.forEach(seen);

        assertThat(seen.values).hasSize(2);
    }

    @Test
    void emptyFileHasNoColumns() throws IOException {
        CsvSource source = new CsvSource(file("e.csv", ""));

        assertThatThrownBy(source::columns)
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("e.csv is empty: its first row must name the columns");
    }

    @Test
    void columnNamedTwiceIsRefused() throws IOException {
        CsvSource source = new CsvSource(file("e.csv", "user,user\nana,bob\n"));

        assertThatThrownBy(() -> source.forEach(new Seen()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("column name 'user' twice");
    }

    @Test
    void missingFileIsNamed() {
        assertThatThrownBy(() -> new CsvSource(folder.resolve("gone.csv")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("gone.csv is not a file: check the path");
    }

    @Test
    void plainFileThatIsNamedAsCompressedIsRefused() throws IOException {
        CsvSource source = new CsvSource(file("e.csv.gz", "user\nana\n"));

        assertThatThrownBy(source::columns)
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("e.csv.gz is not compressed as its name says");
    }

    private static Seen read(Path file, String... paths) {
        Seen seen = new Seen(paths);
        new CsvSource(file).forEach(seen);
        return seen;
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
