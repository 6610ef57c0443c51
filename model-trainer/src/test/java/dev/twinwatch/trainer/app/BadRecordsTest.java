package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records that are no events among 160 that are: told with their lines, written to a file, too many of them refused. */
final class BadRecordsTest {
    private static final String WATCH = """
            watch: people
            entity: user
            time: {field: at, unit: seconds}
            sequence: {length: 4, minimum: 2, by: session}
            features:
              - {name: amount, field: amount, as: number}
              - {name: place,  field: place,  as: category, buckets: 16}
            encoder: bag
            """;
    private static final String TRAIN = "train --watch ./w.yaml --events ./events.csv --out ./model --iterations 2 ";
    private static final String SCORE =
            "score --bundle ./model --references ./events.csv --probes ./probes.csv --out ./scores.csv ";

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void openTerminal() throws IOException {
        terminal = new Terminal(folder);
        Files.writeString(terminal.file("w.yaml"), WATCH);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "e1,s1,7,much,p,7, | line 162: field amount is 'much', expected a number",
                "e1,s1,7,NaN,p,7, | line 162: field amount is NaN, expected a finite number",
                "e1,s1,7,-Infinity,p,7, | line 162: field amount is -Infinity, expected a finite number",
                "e1,s1,soon,1,p,7, | line 162: field at (the time) is 'soon', expected seconds since 1970",
                "e1,s1,,1,p,7, | line 162: field at (the time) is missing",
                ",s1,7,1,p,7, | line 162: field user (the entity) is missing",
                "e1,,7,1,p,7, | line 162: field session (sequence by) is missing",
                "e1,s1,7,1,p,7,,8 | line 162 has 8 cells, the header has 7: quote cells that contain a comma",
                "e1,s1,7 | line 162 has 3 cells, the header has 7: write all of them, an empty one for a missing value"
            })
    void oneRowThatIsNoEventIsToldAndKept(String row, String problem) throws IOException {
        new People(false).ownSessions(2, 8).row(row).to(terminal.file("events.csv"));

        assertThat(terminal.done(TRAIN)).startsWith("""
                read 160 events of 10 entities, 1 records are no events
                  events.csv %s
                  all 1 of them: ./model.rejects.csv
                """.formatted(problem));
        assertThat(terminal.file("model.rejects.csv")).content().isEqualToNormalizingNewlines("""
                problem,record
                %s,"%s"
                """.formatted(
                        quoted("events.csv " + problem), row));
    }

    @Test
    void emptyNumbersAreMissingValuesAndNoMistake() throws IOException {
        new People(false).ownSessions(2, 8).row("e1,s1,7,,,,").to(terminal.file("events.csv"));

        assertThat(terminal.done(TRAIN)).startsWith("read 161 events of 10 entities\n");
        assertThat(terminal.file("model.rejects.csv")).doesNotExist();
    }

    @Test
    void trainingStopsAboveOneInAHundredAndSaysWhatToDo() throws IOException {
        new People(false)
                .ownSessions(2, 8)
                .row("e1,s1,7,much,p,7,")
                .row("e1,s1,7,more,p,7,")
                .to(terminal.file("events.csv"));

        Terminal.Ended ended = terminal.run(TRAIN);

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.printed())
                .isEqualTo("twinwatch: ./events.csv: 2 of 162 records (1.23 %) are no events, more than --max-rejected"
                        + " 1 %. The first: events.csv line 162: field amount is 'much', expected a number; events.csv"
                        + " line 163: field amount is 'more', expected a number. All of them are in"
                        + " ./model.rejects.csv: correct the data or the watch, or allow more with --max-rejected 2\n");
        assertThat(terminal.file("model.rejects.csv")).content().hasLineCount(3);
        assertThat(terminal.file("model")).doesNotExist();
    }

    @Test
    void shareAndFileAreForTheUserToChoose() throws IOException {
        new People(false)
                .ownSessions(2, 8)
                .row("e1,s1,7,much,p,7,")
                .row("e1,s1,7,more,p,7,")
                .to(terminal.file("events.csv"));

        String printed = terminal.done(TRAIN + "--max-rejected 2 --rejects ./bad.csv");

        assertThat(printed).contains("  all 2 of them: ./bad.csv\n");
        assertThat(terminal.file("bad.csv")).content().hasLineCount(3);
        assertThat(terminal.file("model.rejects.csv")).doesNotExist();
    }

    @Test
    void rejectsOfAnEarlierRunAreGoneAfterACleanOne() throws IOException {
        new People(false).ownSessions(2, 8).row("e1,s1,7,much,p,7,").to(terminal.file("events.csv"));
        terminal.done(TRAIN);
        new People(false).ownSessions(2, 8).to(terminal.file("events.csv"));

        terminal.done(TRAIN);

        assertThat(terminal.file("model.rejects.csv")).doesNotExist();
    }

    @Test
    void fileOfSomethingElseIsNotOverwrittenWithRejects() throws IOException {
        new People(false).ownSessions(2, 8).to(terminal.file("events.csv"));

        Terminal.Ended ended = terminal.run(TRAIN + "--rejects ./events.csv");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.printed())
                .isEqualTo("twinwatch: --rejects ./events.csv exists and is no file of rejected records: name another"
                        + " one, or move it away\n");
        assertThat(terminal.file("events.csv")).content().startsWith("user,session,");
    }

    @Test
    void shareThatIsNoneIsRefused() throws IOException {
        assertThat(terminal.run(TRAIN + "--max-rejected 101").printed())
                .isEqualTo("twinwatch: --max-rejected is 101.0, expected a share in percent from 0 to 100: leave it out"
                        + " for 1\n");
    }

    @Test
    void scoringLeavesThemOutOfReferencesAndProbesAndTellsThem() throws IOException {
        new People(false).ownSessions(2, 8).to(terminal.file("events.csv"));
        terminal.done(TRAIN);
        new People(false).ownSessions(2, 8).row("e1,s1,7,much,p,7,").to(terminal.file("events.csv"));
        new People(false).ownSessions(1, 8).row(",s1,7,1,p,7,").to(terminal.file("probes.csv"));

        assertThat(terminal.done(SCORE)).startsWith("""
                2 records are no events and were left out
                  events.csv line 162: field amount is 'much', expected a number
                  probes.csv line 82: field user (the entity) is missing
                  all 2 of them: ./scores.csv.rejects.csv
                enrolled 10 entities, scored 10 sequences""");
    }

    @Test
    void recordsOfAnAvroFileAreRejectedLikewise() throws IOException {
        Schema schema = new Schema.Parser().parse("""
                {"type": "record", "name": "Event", "fields": [
                  {"name": "user", "type": ["null", "string"]}, {"name": "at", "type": "long"},
                  {"name": "session", "type": "string"}, {"name": "amount", "type": "double"},
                  {"name": "place", "type": "string"}]}""");
        try (DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
            writer.create(schema, terminal.file("events.avro").toFile());
            for (int i = 0; i < 200; i++) {
                GenericRecord event = new GenericData.Record(schema);
                event.put("user", i == 7 ? null : "e" + i % 4);
                event.put("at", (long) i);
                event.put("session", "s" + i % 4);
                event.put("amount", i == 9 ? Double.NaN : i % 4);
                event.put("place", "p" + i % 4);
                writer.append(event);
            }
        }

        assertThat(terminal.done(TRAIN.replace("events.csv", "events.avro"))).startsWith("""
                read 198 events of 4 entities, 2 records are no events
                  events.avro row 8: field user (the entity) is missing
                  events.avro row 10: field amount is NaN, expected a finite number
                """);
        assertThat(terminal.file("model.rejects.csv"))
                .content()
                .contains(
                        "events.avro row 8: field user (the entity) is missing,\"{\"\"user\"\": null, \"\"at\"\": 7,");
    }

    @Test
    void fieldThatNoEventHasIsTold() throws IOException {
        Files.writeString(
                terminal.file("w.yaml"),
                WATCH.replace("encoder: bag", "  - {name: nil, field: empty, as: number}\nencoder: bag"));
        new People(false).ownSessions(2, 8).to(terminal.file("events.csv"));

        assertThat(terminal.done(TRAIN)).startsWith("""
                read 160 events of 10 entities
                  no event has a value of empty: correct its name in the watch if that is not meant
                """);
    }

    @Test
    void compressedFileThatBreaksOffIsRefused() throws IOException {
        new People(false).ownSessions(40, 8).to(terminal.file("events.csv.gz"));
        byte[] whole = Files.readAllBytes(terminal.file("events.csv.gz"));
        Files.write(terminal.file("events.csv.gz"), Arrays.copyOf(whole, whole.length / 2));

        assertThat(refused(TRAIN.replace("events.csv", "events.csv.gz")))
                .matches("twinwatch: \\./events\\.csv\\.gz breaks off after line [0-9]+ before its compressed data end:"
                        + " copy it again, or compress it anew\n");
    }

    @Test
    void compressedFileThatIsDamagedIsRefused() throws IOException {
        new People(false).ownSessions(40, 8).to(terminal.file("events.csv.gz"));
        byte[] whole = Files.readAllBytes(terminal.file("events.csv.gz"));
        // the sum of the data, before their length at the end
        whole[whole.length - 8] ^= 1;
        Files.write(terminal.file("events.csv.gz"), whole);

        assertThat(refused(TRAIN.replace("events.csv", "events.csv.gz")))
                .matches("twinwatch: \\./events\\.csv\\.gz is damaged after line [0-9]+: copy it again, or compress it"
                        + " anew\n");
    }

    @Test
    void plainFileThatIsNamedAsCompressedIsRefused() throws IOException {
        new People(false).ownSessions(2, 8).to(terminal.file("events.csv"));
        Files.copy(terminal.file("events.csv"), terminal.file("events.csv.gz"));

        assertThat(refused(TRAIN.replace("events.csv", "events.csv.gz")))
                .isEqualTo(
                        "twinwatch: ./events.csv.gz is not compressed as its name says: compress it with gzip, or take"
                                + " .gz off its name\n");
    }

    private String refused(String line) {
        Terminal.Ended ended = terminal.run(line);
        assertThat(ended.status()).isEqualTo(1);
        return ended.printed();
    }

    private static String quoted(String cell) {
        return cell.contains(",") ? "\"" + cell + "\"" : cell;
    }
}
