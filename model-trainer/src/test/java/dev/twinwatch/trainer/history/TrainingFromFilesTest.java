package dev.twinwatch.trainer.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.Table;
import dev.twinwatch.trainer.Watches;
import dev.twinwatch.trainer.app.Training;
import dev.twinwatch.trainer.training.Hyperparameters;
import dev.twinwatch.trainer.training.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twelve users by turns, each with amounts around a number of its own. */
final class TrainingFromFilesTest {
    private static final Layout LAYOUT = Watches.positions();

    @TempDir
    private Path folder;

    @Test
    void aHistoryInFilesGivesTheVeryBundleOfOneInMemory() throws IOException {
        byte[] inFiles = trained(new HistoryStore(LAYOUT, folder, 1_000, 500));
        byte[] inMemory = trained(new HistoryStore(LAYOUT, folder));

        assertThat(inFiles).isEqualTo(inMemory);
    }

    private static byte[] trained(HistoryStore store) throws IOException {
        Table table = Table.of(
                "user,at,amount",
                IntStream.rangeClosed(1, 1_200)
                        .mapToObj(n -> "u%d,%d,%d".formatted(n % 12, n, n % 12 + n * 31 % 7))
                        .toArray(String[]::new));
        try (History history = HistoryReader.read(
                table, LAYOUT, event -> true, RejectListener.NOBODY, store, ReadingProgress.SILENT)) {
            return new Training(LAYOUT, Hyperparameters.defaults().withIterations(10))
                    .run(history, Progress.SILENT)
                    .bundle();
        }
    }
}
