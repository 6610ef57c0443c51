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
                .contains("--iterations=N           most batches; default 800, ends early by itself\n")
                .contains("Exit status:\n  0    the bundle is written\n")
                .contains(
                        "Examples:\n  ./twinwatch train --watch watch.yaml --events payments.csv.gz --out model.bundle\n")
                .contains("      --registry http://localhost:8081 --labels frauds.csv\n")
                .contains("--max-rejected=PERCENT", "--rejects=FILE");
    }

    @Test
    void scoreSaysWhatItNeedsInOneLineAndGivesAnExample() {
        assertThat(new Terminal(folder).done("score --help"))
                .contains(
                        "Usage: ./twinwatch score --bundle FILE --references SOURCE --probes SOURCE --out FILE [OPTIONS]\n")
                .contains("alert: 1 where the service would have raised one: evidence over the limit of the bundle")
                .contains("Exit status:\n  0    the scores are written\n")
                .contains(
                        "Examples:\n  ./twinwatch score --bundle model.bundle --references march.csv --probes april.csv"
                                + " --out scores.csv\n");
    }

    @Test
    void initAndCheckGiveExamples() {
        assertThat(new Terminal(folder).done("init --help"))
                .contains("Usage: ./twinwatch init --events SOURCE --out FILE [OPTIONS]\n")
                .contains("  ./twinwatch init --events payments.csv --out watch.yaml\n");
        assertThat(new Terminal(folder).done("check --help"))
                .contains("  1    it will not, or the watch or the events cannot be read\n")
                .contains("  ./twinwatch check --watch watch.yaml --events payments.csv\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "init --help",
                "check --help",
                "train --help",
                "score --help",
                "backtest --help",
                "reproduce --help"
            })
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
