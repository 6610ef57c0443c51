package dev.twinwatch.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What cannot be asked for. */
final class QualityCommandTest {
    private final StringWriter words = new StringWriter();
    private final CommandLine command = new CommandLine(new QualityCommand()).setErr(new PrintWriter(words));

    @ParameterizedTest
    @ValueSource(strings = {"feedback", "takeovers"})
    void plainBaselinesAloneAreRefusedWhereThereAreNone(String set) {
        assertThat(command.execute("--only", set, "--plain")).isEqualTo(CommandLine.ExitCode.USAGE);

        assertThat(words.toString())
                .startsWith("--plain --only " + set + ": " + set + " has no plain baselines, leave out one of the two");
    }
}
