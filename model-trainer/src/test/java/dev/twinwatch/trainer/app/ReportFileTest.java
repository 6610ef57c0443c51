package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that train writes beside the bundle, for ten people with five sessions of two windows each. */
final class ReportFileTest {
    private static final String TRAIN =
            "train --watch ./w.yaml --events ./events.csv --out ./model.bundle --iterations 50";

    /** What one training with all ten printed and wrote, for every test that asks no more than that. */
    private static String printedOnce = "";

    private static String pageOnce = "";

    @TempDir
    private static Path folderOnce;

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeAll
    static void trainOnce() throws IOException {
        Terminal once = tenPeople(folderOnce);
        printedOnce = once.done(TRAIN);
        pageOnce = page(once);
    }

    @BeforeEach
    void tenPeopleOfItsOwn() throws IOException {
        terminal = tenPeople(folder);
    }

    private static Terminal tenPeople(Path folder) throws IOException {
        Terminal terminal = new Terminal(folder);
        Files.writeString(terminal.file("w.yaml"), """
                watch: people
                entity: user
                time: {field: at, unit: ordinal}
                sequence: {length: 8, minimum: 3, by: session}
                features:
                  - {name: amount,    field: amount, as: number, scale: log}
                  - {name: place,     field: place,  as: category, buckets: 64}
                  - {name: new-place, field: place,  as: novelty}
                encoder: bag
                """);
        new People(false).ownSessions(5, 16).to(terminal.file("events.csv"));
        return terminal;
    }

    @Test
    void thePageHasEverySectionAndNothingFromElsewhere() {
        assertThat(printedOnce).endsWith(", and ./model.report.html to look at\n");
        assertThat(pageOnce)
                .startsWith("<!DOCTYPE html>")
                .contains("ROC", "DET", "limit of the bundle", "Few shots", "worst first", "Map of embeddings")
                .contains("scaled Manhattan", "distance, untrained", "positions", "novelty new-place", "usage place")
                .contains("the training that this report measures", "the last training, with everybody")
                .contains("events, SHA-256", "setting learningRate", "{name: new-place, field: place,  as: novelty}")
                .doesNotContain("in-sample", "<script", "http:", "https:", "src=", "NaN", "Infinity");
    }

    @Test
    void aNumberOfReferencesThatNobodyHasIsADash() {
        assertThat(pageOnce)
                .contains("<tr><td class=\"figure\">10</td><td class=\"figure\">0</td><td class=\"figure\">-</td>");
    }

    @Test
    void withTooFewPeopleToHoldAnyOutThePageSaysInSample() throws IOException {
        keepPeopleUpTo('6');

        terminal.done(TRAIN);

        assertThat(page()).contains("<p class=\"warning\">in-sample: too few entities to hold any out.");
    }

    @Test
    void namesFromTheDataAreTextWhateverStandsInThem() throws IOException {
        String events = Files.readString(terminal.file("events.csv"));
        Files.writeString(terminal.file("events.csv"), events.replaceAll("(?m)^e(\\d),", "<script>$1,"));

        terminal.done(TRAIN);

        assertThat(page()).doesNotContain("<script").contains("<td>&lt;script&gt;");
    }

    @Test
    void theSameSeedGivesTheSamePage() throws IOException {
        Terminal again = new Terminal(folderOnce);

        again.done(TRAIN);

        assertThat(page(again)).isEqualTo(pageOnce);
    }

    @Test
    void aPageThatCannotBeWrittenIsToldBeforeTheTraining() throws IOException {
        Files.createDirectory(terminal.file("model.report.html"));

        Terminal.Ended ended = terminal.run(TRAIN);

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.printed())
                .isEqualTo("twinwatch: report beside --out, ./model.report.html is a folder: name a file in it\n");
    }

    private void keepPeopleUpTo(char last) throws IOException {
        Path events = terminal.file("events.csv");
        Files.write(
                events,
                Files.readAllLines(events).stream()
                        .filter(line -> line.startsWith("user") || line.charAt(1) <= last)
                        .toList());
    }

    private String page() throws IOException {
        return page(terminal);
    }

    private static String page(Terminal terminal) throws IOException {
        return Files.readString(terminal.file("model.report.html"));
    }
}
