package dev.twinwatch.stream.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RejectedRowsTest {
    private final StringWriter terminal = new StringWriter();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("today.csv.rejects.csv");
    }

    @Test
    void eachRowIsInTheFileAndTheFirstFiveAreShownOnOneLineEach() throws IOException {
        try (RejectedRows rows = rows()) {
            for (int line = 2; line < 9; line++) {
                rows.add("today.csv line " + line + ": amount is `\u001b[2J`");
            }
        }

        assertThat(Files.readAllLines(file))
                .hasSize(8)
                .startsWith("problem", "today.csv line 2: amount is `\u001b[2J`")
                .endsWith("today.csv line 8: amount is `\u001b[2J`");
        assertThat(terminal.toString().lines())
                .hasSize(6)
                .startsWith("  today.csv line 2: amount is ` [2J`")
                .endsWith("  all 7 of them: " + file);
    }

    @Test
    void whereNoRowIsRejectedAFileOfAnEarlierRunIsGone() throws IOException {
        Files.writeString(file, "problem\nold\n");

        rows().close();

        assertThat(file).doesNotExist();
        assertThat(terminal.toString()).isEmpty();
    }

    @Test
    void aFileOfSomethingElseIsLeftAsItIs() throws IOException {
        Files.writeString(file, "customer,amount\nana,3\n");

        assertThatThrownBy(this::rows)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--rejects " + file
                        + " exists and is no file of rejected rows: name another one, or move it away");
        assertThat(file).hasContent("customer,amount\nana,3\n");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "0, 3, true", "98, 2, true", "99, 1, false", "5, 0, false"})
    void overOneInAHundredRowsThatAreNoEventsTheFileIsAnotherThanMeant(long events, long leftOut, boolean other) {
        assertThat(new EventFile.Sent(events, leftOut).isOtherThanMeant()).isEqualTo(other);
    }

    private RejectedRows rows() throws IOException {
        return RejectedRows.to(file, new PrintWriter(terminal, true));
    }
}
