package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HelpTest {
    @TempDir
    private Path folder;

    @Test
    void trainSaysWhatItNeedsInOneLineAndGivesAnExample() {
        assertThat(new Terminal(folder).done("train --help"))
                .contains("Usage: ./twinwatch train --watch FILE --events SOURCE --out FILE [OPTIONS]\n")
                .contains("--iterations=N    most batches; default 800, ends early by itself\n")
                .endsWith("  ./twinwatch train --watch watch.yaml --events payments.csv.gz --out model.bundle\n");
    }

    @Test
    void scoreSaysWhatItNeedsInOneLineAndGivesAnExample() {
        assertThat(new Terminal(folder).done("score --help"))
                .contains(
                        "Usage: ./twinwatch score --bundle FILE --references SOURCE --probes SOURCE --out FILE [OPTIONS]\n")
                .endsWith("  ./twinwatch score --bundle model.bundle --references march.csv --probes april.csv --out"
                        + " scores.csv\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "train --help", "score --help"})
    void noLineIsWiderThanATerminal(String line) {
        assertThat(new Terminal(folder).done(line).lines()).isNotEmpty().allMatch(l -> l.length() <= 110);
    }

    @Test
    void commandLineThatLacksSomethingEndsWith64() {
        Terminal.Ended ended = new Terminal(folder).run("train --watch ./watch.yaml");

        assertThat(ended.status()).isEqualTo(64);
        assertThat(ended.printed()).startsWith("Missing required options: '--events=SOURCE', '--out=FILE'\n");
    }
}
