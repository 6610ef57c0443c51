package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle that is trained again from what it says of itself. */
final class ReproduceTest {
    private static final String WATCH = """
            watch: people
            entity: user
            time: {field: at, unit: ordinal}
            sequence: {length: 8, minimum: 3, by: session}
            encoder: bag
            features:
              - {name: amount, field: amount, as: number, scale: log}
              - {name: place,  field: place,  as: category, buckets: 64}
            """;

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void train() throws IOException {
        terminal = new Terminal(folder);
        Files.writeString(terminal.file("w.yaml"), WATCH);
        new People(false).ownSessions(4, 8).to(terminal.file("events.csv"));
        terminal.done("train --watch ./w.yaml --events ./events.csv --out ./model --iterations 50 --seed 5 --nameless");
    }

    @Test
    void theSameEventsGiveTheSameBytes() {
        assertThat(terminal.done("reproduce ./model --events ./events.csv"))
                .contains("the same, byte for byte: version ");
    }

    @Test
    void otherEventsAreNamedFirstAndThenWhatCameOfThem() throws IOException {
        String rows = Files.readString(terminal.file("events.csv"));
        Files.writeString(terminal.file("fewer.csv"), rows.substring(0, rows.lastIndexOf('\n', rows.length() - 2) + 1));

        Terminal.Ended ended = terminal.run("reproduce ./model --events ./fewer.csv");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.printed())
                .contains("the events are not those that it was trained on: it is trained all the same")
                .containsSubsequence("events: ", ", now ", "events, SHA-256: ", "version: ");
    }

    @Test
    void anotherStartOfTheWeightsIsASettingThatDiffers() {
        Terminal.Ended ended = terminal.run("reproduce ./model --events ./events.csv --from ./model");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.printed()).contains("setting from: none, now ");
    }
}
