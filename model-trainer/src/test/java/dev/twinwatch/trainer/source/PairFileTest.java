package dev.twinwatch.trainer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PairFileTest {
    @TempDir
    private Path folder;

    @Test
    void rowsArePairsAndBadRowsAreNamed() throws IOException {
        Path path = Files.writeString(folder.resolve("pairs.csv"), "left,right,alike\na,b,1\na,c,0\na,d,yes\n,d,1\n");

        PairFile file = PairFile.read(path);

        assertThat(file.pairs()).containsExactly(new PairFile.Pair("a", "b", true), new PairFile.Pair("a", "c", false));
        assertThat(file.problems())
                .containsExactly(
                        "pairs.csv line 4 has alike yes, expected 1 for the same entity or 0 for different ones",
                        "pairs.csv line 5 has no left: fill the cell or take the row out");
    }

    @Test
    void fileWithoutTheColumnsIsRefused() throws IOException {
        Path path = Files.writeString(folder.resolve("pairs.csv"), "left,right\na,b\n");

        assertThatThrownBy(() -> PairFile.read(path))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("has the columns [left, right], expected left, right, alike");
    }
}
