package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From labels in a file to a score that knows of them: customers who pay as ever at a shop that turned bad. */
final class LabelledHistoryTest {
    private static final int HOUR = 3_600;

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void writeFiles() throws IOException {
        terminal = new Terminal(folder);
        Files.writeString(folder.resolve("watch.yaml"), """
                watch: cards
                entity: customer
                time: {field: at, unit: seconds}
                id: id
                sequence: {length: 4, minimum: 2}
                features:
                  - {name: amount, field: amount, as: number}
                  - {name: bad-shop, field: shop, as: confirmed-fraud, within: 30d}
                """);
        Random random = new Random(3);
        StringBuilder events = new StringBuilder("id,customer,at,amount,shop\n");
        StringBuilder labels = new StringBuilder("entity,event_id,label,known_at\n");
        for (int i = 0; i < 70; i++) {
            for (int c = 0; c < 6; c++) {
                boolean fraud = i >= 30 && i % 6 == c;
                int at = i * HOUR + c;
                events.append("e%d-%d,c%d,%d,%.1f,%s%n"
                        .formatted(i, c, c, at, 10 * c + random.nextDouble(), fraud ? "bad" : "good"));
                if (fraud) {
                    labels.append("c%d,e%d-%d,FRAUD,%d%n".formatted(c, i, c, at + HOUR));
                }
            }
        }
        Files.writeString(folder.resolve("events.csv"), events);
        Files.writeString(folder.resolve("labels.csv"), labels);
        Files.writeString(folder.resolve("probes.csv"), """
                id,customer,at,amount,shop
                p1,c0,400000,0.5,good
                p2,c0,403600,0.4,bad
                """);
    }

    @Test
    void aShopWithConfirmedFraudsMakesTheScoreHigher() throws IOException {
        String trained =
                terminal.done("train --watch ./watch.yaml --events ./events.csv --out ./model --labels ./labels.csv"
                        + " --iterations 20");
        String score = "score --bundle ./model --references ./events.csv --probes ./probes.csv --out ./scores.csv";

        terminal.done(score);
        double untold = score();
        terminal.done(score + " --labels ./labels.csv");
        double told = score();

        assertThat(trained)
                .contains("40 called fraud were left out")
                .doesNotContain("to learn how frauds look", "known_at");
        assertThat(told).isGreaterThan(untold + 1);
        Files.writeString(folder.resolve("undated.csv"), "entity,event_id,label\nc0,e30-0,FRAUD\n");
        assertThat(terminal.done(score + " --labels ./undated.csv"))
                .contains(
                        "  1 of 1 labels have no known_at and count as known from their event on: add the column, or write"
                                + " for example `known-for: 7d` to the features of confirmed frauds\n");
    }

    private double score() throws IOException {
        return ScoreTable.read(folder.resolve("scores.csv")).rows().get(0).score();
    }
}
