package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the input is said in one sentence that tells where and what to do; the exit status is 1. */
final class RefusalsTest {
    private static final String WATCH = """
            watch: people
            entity: user
            sequence: {length: 4, minimum: 2, by: session}
            features: [{name: amount, field: amount, as: number}]
            """;
    private static final String TRAIN = "train --watch ./w.yaml --events ./events.csv --out ./model --iterations 2";
    private static final String SCORE =
            "score --bundle ./model --references ./events.csv --probes ./probes.csv --out ./scores.csv";
    private static final Path HERE = Path.of("").toAbsolutePath();

    /** Of a training with what is right: made once, since no test changes more than a copy. */
    private static byte[] bundle = new byte[0];

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeAll
    static void train(@TempDir Path elsewhere) throws IOException {
        Terminal right = withWhatIsRight(elsewhere);
        right.done(TRAIN);
        bundle = Files.readAllBytes(right.file("model"));
    }

    @BeforeEach
    void writeWhatIsRight() throws IOException {
        terminal = withWhatIsRight(folder);
    }

    private static Terminal withWhatIsRight(Path folder) throws IOException {
        Terminal right = new Terminal(folder);
        Files.writeString(right.file("w.yaml"), WATCH);
        new People(false).ownSessions(2, 8).to(right.file("events.csv")).to(right.file("probes.csv"));
        return right;
    }

    @Test
    void missingEvents() {
        assertThat(refused(TRAIN.replace("events.csv", "nope.csv")))
                .isEqualTo(
                        "twinwatch: ./nope.csv is not a file: check the path, relative ones start at " + HERE + "\n");
    }

    @Test
    void missingWatch() {
        assertThat(refused(TRAIN.replace("w.yaml", "nope.yaml")))
                .isEqualTo(
                        "twinwatch: ./nope.yaml is not a file: check the path, relative ones start at " + HERE + "\n");
    }

    @Test
    void watchWithAnUnknownKey() throws IOException {
        write("w.yaml", WATCH + "encodr: tcn\n");

        assertThat(refused(TRAIN))
                .isEqualTo(
                        "twinwatch: w.yaml:5: unknown key `encodr` in the watch: write one of alerts, compare, encoder,"
                                + " entity, features, id, lateness, partitioned-by-entity, sequence, time, watch\n");
    }

    @Test
    void resultIntoAFolderThatIsMissing() {
        String expected = "twinwatch: --out ./nope/x: folder " + folder
                + "/nope does not exist or cannot be written, create it first\n";

        assertThat(refused(TRAIN.replace("./model", "./nope/x"))).isEqualTo(expected.replace(folder + "/", "./"));
        assertThat(refused(SCORE.replace("./scores.csv", "./nope/x"))).isEqualTo(expected.replace(folder + "/", "./"));
    }

    @Test
    void resultOntoAFolder() throws IOException {
        Files.createDirectory(terminal.file("there"));

        assertThat(refused(TRAIN.replace("./model", "./there")))
                .isEqualTo("twinwatch: --out ./there is a folder: name a file in it\n");
        assertThat(terminal.file("there")).isDirectory();
    }

    @Test
    void eventsOfOneEntityOnly() {
        write("events.csv", "user,session,amount\n" + "ana,s,1\n".repeat(40));

        assertThat(refused(TRAIN))
                .endsWith("twinwatch: of 1 entities to train on, 1 have two windows or more, at least 2 are needed:"
                        + " bring more events, or shorten sequence.length (now 4)\n");
    }

    @Test
    void entitiesWithTooFewEvents() {
        write("events.csv", "user,session,amount\nana,s,1\nana,s,1\nbob,t,1\nbob,t,1\n");

        assertThat(refused(TRAIN))
                .endsWith("twinwatch: of 2 entities to train on, 0 have two windows or more, at least 2 are needed:"
                        + " bring more events, or shorten sequence.length (now 4)\n");
    }

    @Test
    void eventsWithoutAColumnThatTheWatchNames() {
        write("events.csv", "user,session,price\nana,s,1\n");

        assertThat(refused(TRAIN))
                .isEqualTo("twinwatch: ./events.csv has no column amount, only user, session, price:"
                        + " correct the fields of the watch or the first row of the file\n");
    }

    @Test
    void eventsWithAColumnThatIsAlmostCalledAsTheWatchSays() {
        write("events.csv", "User,session,Amuont\nana,s,1\n");

        assertThat(refused(TRAIN))
                .isEqualTo("twinwatch: ./events.csv has no column user (did you mean User?), amount (did you mean"
                        + " Amuont?), only User, session, Amuont: correct the fields of the watch or the first row of"
                        + " the file\n");
    }

    @Test
    void eventsWithoutAHeader() {
        write("events.csv", "ana,s,1\nana,s,2\n");

        assertThat(refused(TRAIN))
                .isEqualTo("twinwatch: ./events.csv begins with ana,s,1, which looks like an event: write the names of"
                        + " the columns above it, among them user, session, amount\n");
    }

    @Test
    void eventsInAnEmptyFile() {
        write("events.csv", "");

        assertThat(refused(TRAIN)).isEqualTo("twinwatch: ./events.csv is empty: its first row must name the columns\n");
    }

    @Test
    void eventsUnderAHeaderAlone() {
        write("events.csv", "user,session,amount\n");

        assertThat(refused(TRAIN)).isEqualTo("twinwatch: ./events.csv has no records: bring some events\n");
    }

    @Test
    void eventsWithTwoColumnsOfOneName() {
        write("events.csv", "user,session,amount,user\nana,s,1,bob\n");

        assertThat(refused(TRAIN))
                .isEqualTo("twinwatch: ./events.csv has the column name 'user' twice: the first row must give each"
                        + " column a name of its own\n");
    }

    @Test
    void probesWithOtherColumnsThanTheWatchOfTheBundle() throws IOException {
        Files.write(terminal.file("model"), bundle);
        write("probes.csv", "customer,session,amount\nana,s,1\n");

        assertThat(refused(SCORE))
                .isEqualTo("twinwatch: ./probes.csv has no column user, only customer, session, amount:"
                        + " correct the fields of the watch or the first row of the file\n");
        assertThat(terminal.file("scores.csv")).doesNotExist();
    }

    @Test
    void bundleThatIsCut() throws IOException {
        Files.write(terminal.file("model"), bundle);
        byte[] whole = Files.readAllBytes(terminal.file("model"));
        Files.write(terminal.file("model"), Arrays.copyOf(whole, 1000));

        assertThat(refused(SCORE))
                .isEqualTo("twinwatch: --bundle ./model: bundle of 1000 bytes does not end as a zip does: it is cut,"
                        + " or no bundle; copy it again\n");
    }

    @Test
    void bundleThatIsAltered() throws IOException {
        Files.write(terminal.file("model"), bundle);
        rewrite("watch.yaml", text -> text.replace("minimum: 2", "minimum: 3"));

        assertThat(refused(SCORE))
                .startsWith("twinwatch: --bundle ./model: entry watch.yaml of the bundle has checksum ")
                .endsWith(": it was altered, copy or train it again\n");
    }

    @Test
    void bundleOfANewerFormat() throws IOException {
        Files.write(terminal.file("model"), bundle);
        rewrite("manifest.json", text -> text.replace("\"format\" : 6", "\"format\" : 7"));

        assertThat(refused(SCORE))
                .isEqualTo(
                        "twinwatch: --bundle ./model: bundle has format 7, this release reads 3 to 6: use the release that"
                                + " made it, or train again\n");
    }

    @Test
    void bundleThatIsNone() {
        write("model", "user,session,amount\nana,s,1\n");

        assertThat(refused(SCORE))
                .isEqualTo(
                        "twinwatch: --bundle ./model: bundle of 28 bytes does not end as a zip does: it is cut, or no"
                                + " bundle; copy it again\n");
    }

    @Test
    void bundleThatIsMissing() {
        assertThat(refused(SCORE))
                .isEqualTo("twinwatch: --bundle ./model: no bundle at ./model: `twinwatch train` makes one\n");
    }

    @Test
    void pairsThatNameNothing() {
        write("pairs.csv", "left,right,alike\nx,y,1\n");

        assertThat(refused(TRAIN + " --pairs ./pairs.csv"))
                .endsWith(
                        "twinwatch: none of the 1 pairs names two sequences of the events with 2 events or more: write"
                                + " the value of the watch's `by:` field, or entity/value where several entities have it\n");
    }

    @Test
    void labelsWithoutTheirColumns() {
        write("labels.csv", "user,fraud\nana,1\n");

        assertThat(refused(TRAIN + " --labels ./labels.csv"))
                .isEqualTo("twinwatch: ./labels.csv has the columns [user, fraud], expected entity, event_id, label or"
                        + " entity, from, to, label\n");
    }

    private String refused(String line) {
        Terminal.Ended ended = terminal.run(line);
        assertThat(ended.status()).isEqualTo(1);
        return ended.printed();
    }

    /** Changes one entry of the bundle and leaves the others as they are. */
    private void rewrite(String entry, UnaryOperator<String> change) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(terminal.file("model"), Map.of())) {
            Path file = zip.getPath(entry);
            String before = Files.readString(file);
            String after = change.apply(before);
            assertThat(after).isNotEqualTo(before);
            Files.writeString(file, after);
        }
    }

    private void write(String name, String text) {
        try {
            Files.writeString(terminal.file(name), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
