package dev.twinwatch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine commands =
            Main.commands().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));

    @Test
    void helpGivesExamples() {
        assertThat(commands.execute("bench", "--help")).isZero();

        assertThat(out.toString()).contains("Examples:").contains("./twinwatch bench --json");
    }

    @Test
    void unknownOptionEndsWith64AndNotWithTheStatusOfASlowRun() {
        assertThat(commands.execute("bench", "--event", "5")).isEqualTo(64);

        assertThat(err.toString()).contains("--event");
    }

    @Test
    void tooFewEventsEndWith64AndSayWhatIsExpected() {
        assertThat(commands.execute("bench", "--events", "5")).isEqualTo(64);

        assertThat(err.toString()).contains("--events 5").contains("expected at least 1000");
    }

    @Test
    void unknownDataSetEndsWith64AndNamesThoseThatThereAre() {
        assertThat(commands.execute("quality", "--data", ".", "--only", "cards"))
                .isEqualTo(64);

        assertThat(err.toString()).contains("--only cards").contains("schonlau, keystroke, card-fraud");
    }

    @Test
    void dataThatIsNotThereIsNamedWithWhatToDo() {
        assertThat(commands.execute("quality", "--data", "no-such-folder", "--only", "schonlau"))
                .isEqualTo(1);

        assertThat(err.toString())
                .contains("no-such-folder")
                .contains("is missing")
                .contains("--data must name");
    }
}
