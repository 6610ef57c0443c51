package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.engine.watch.TimeField;
import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.engine.watch.WatchFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What `init` makes of files that nobody has described. */
final class InitTest {
    private static final String INIT = "init --events ./events.csv --out ./watch.yaml ";

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder);
    }

    @Test
    void paymentsBecomeAWatchThatTrainsWithoutEdits() throws IOException {
        new Payments().each(40).to(terminal.file("events.csv"));

        String printed = terminal.done(INIT + "--name shop-payments");

        Watch watch = watch();
        assertThat(watch.name()).isEqualTo("shop-payments");
        assertThat(watch.entity()).isEqualTo("customer_id");
        assertThat(watch.time()).contains(new TimeField("paid_at", TimeField.Unit.SECONDS));
        assertThat(watch.id()).isEqualTo("tx");
        assertThat(features(watch))
                .contains(
                        "number amount log",
                        "relative amount log",
                        "category shop none",
                        "novelty shop none",
                        "category card_no none",
                        "category online none",
                        "time-of-day  none",
                        "since-previous  none")
                .doesNotContain("is_fraud", "customer_name", "fax", "version");
        assertThat(printed)
                .contains("entity    customer_id (12 values, 40 events each); or with --entity: customer_name, card_no")
                .contains("left out  customer_name: is the same in all events of one customer_id")
                .contains("left out  fax: has no values")
                .contains("left out  version: is always 'v1'")
                .endsWith("  ./twinwatch check --watch ./watch.yaml --events ./events.csv\n");
        terminal.done("check --watch ./watch.yaml --events ./events.csv");
        terminal.done("train --watch ./watch.yaml --events ./events.csv --out ./model --iterations 5");
    }

    @Test
    void labelsAreNoInputAndItIsSaidHowTheyServe() throws IOException {
        new Payments().each(40).to(terminal.file("events.csv"));

        terminal.done(INIT);

        assertThat(text().replace("\n#", ""))
                .contains("is_fraud looks like a label (0, 1): what is to be found out must not be an input")
                .contains(
                        "labels.csv with the columns entity,event_id,label (the value of customer_id, of tx, and FRAUD)");
    }

    @Test
    void everyFeatureHasACommentThatSaysWhy() throws IOException {
        new Payments().each(40).to(terminal.file("events.csv"));

        terminal.done(INIT);

        assertThat(text())
                .contains("  # amount: half of its values lie in ")
                .contains("it spans factors, hence `log`; each\n")
                .contains(
                        "# Whose behaviour is learned. Its name says who acts. There are 12, half of them with 40 events or"
                                + " more.\n");
        assertThat(text().lines()).allMatch(line -> line.length() <= 110);
    }

    @Test
    void aFileThatIsThereIsOverwrittenOnlyByForce() throws IOException {
        new Payments().each(10).to(terminal.file("events.csv"));
        Files.writeString(terminal.file("watch.yaml"), "mine");

        Terminal.Ended refused = terminal.run(INIT);

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.printed())
                .isEqualTo(
                        "twinwatch: --out ./watch.yaml is there already: add --force to overwrite it, or name another"
                                + " file\n");
        assertThat(text()).isEqualTo("mine");
        terminal.done(INIT + "--force");
        assertThat(watch().entity()).isEqualTo("customer_id");
    }

    @ParameterizedTest
    @CsvSource({
        "1767225600, SECONDS",
        "1767225600000, MILLIS",
        "1767225600000000, MICROS",
        "2026-01-01T00:00:00Z, ISO8601",
        "2026-01-01 00:00:00, ISO8601",
        "2026-01-01T01:00:00.5+0100, ISO8601"
    })
    void timesAreReadInTheUnitInWhichTheyStand(String time, TimeField.Unit unit) throws IOException {
        write("user,when,what\n" + rows(60, i -> "u" + i % 3 + "," + time + ",w" + i % 7));

        terminal.done(INIT);

        assertThat(watch().time()).contains(new TimeField("when", unit));
    }

    @Test
    void timesInAFormThatNoUnitReadsAreNotTimesAndItIsSaid() throws IOException {
        write("user,date,what\n" + rows(60, i -> "u" + i % 3 + ",31/01/2026 12:0" + i % 10 + ",w" + i % 7));

        assertThat(terminal.done(INIT))
                .contains("time      none found: the order of the rows is the order of the events")
                .contains("the column date holds times such as '31/01/2026 12:00', a form that cannot be read: write"
                        + " 2026-01-31T12:00:00Z, or seconds since 1970, to use it");
        assertThat(watch().time()).isEmpty();
    }

    @Test
    void numbersAsPeopleWriteThemAreLeftOutWithTheRemedy() throws IOException {
        write("user,paid,rate,what\n"
                + rows(60, i -> "u" + i % 3 + ",€" + i + ".50," + (i % 5 == 0 ? "n/a" : i) + ",w" + i % 7));

        assertThat(terminal.done(INIT))
                .contains("left out  paid: has numbers such as '€0.50', which cannot be read: write them as 1234.56")
                .contains(
                        "left out  rate: has numbers, and in 20 % of its rows something else such as 'n/a': leave those"
                                + " cells empty to use it as a number");
    }

    @Test
    void sessionsThatEndStartNewSequences() throws IOException {
        new People(false).ownSessions(6, 8).to(terminal.file("events.csv"));

        terminal.done(INIT);

        assertThat(watch().sequence().by()).isEqualTo("session");
        assertThat(watch().sequence().length()).isEqualTo(8);
    }

    @Test
    void namesThatYamlWouldMisreadSurvive() throws IOException {
        write("\"user: #1\",yes,\"a \"\"b\"\"\"\n"
                + rows(60, i -> "u" + i % 3 + ",w" + i % 7 + ",\"- x: " + i % 5 + "\""));

        terminal.done(INIT);

        assertThat(watch().entity()).isEqualTo("user: #1");
        assertThat(features(watch())).contains("category yes none", "category a \"b\" none");
    }

    @Test
    void whatAPersonKnowsBetterCounts() throws IOException {
        new Payments().each(40).to(terminal.file("events.csv"));

        terminal.done(INIT + "--entity card_no --time none");

        assertThat(watch().entity()).isEqualTo("card_no");
        assertThat(watch().time()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --entity costumer_id | --entity costumer_id is no column of the events: did you mean customer_id?
            --time shop | --time shop holds no times that can be read, for example 'shop-
            --name Shop | --name Shop cannot name topics: write at most 64 lower-case letters
            """)
    void wishesThatCannotBeMetAreRefused(String wish, String sentence) throws IOException {
        new Payments().each(40).to(terminal.file("events.csv"));

        Terminal.Ended ended = terminal.run(INIT + wish);

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.printed()).startsWith("twinwatch: " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'user;amount\nana;1\n' | ./events.csv has one column called 'user;amount': its cells seem to be separated by `;`, write commas instead
            'id,price\n1,2.5\n2,3.5\n' | none of the columns id, price names who acts
            'user,at\n' | ./events.csv has no records: bring some events
            """)
    void filesOfWhichNoWatchCanBeMadeAreRefused(String file, String sentence) throws IOException {
        write(file.replace("\\n", "\n"));

        Terminal.Ended ended = terminal.run(INIT);

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.printed()).startsWith("twinwatch: " + sentence);
        assertThat(terminal.file("watch.yaml")).doesNotExist();
    }

    private interface Row {
        String at(int number);
    }

    private static String rows(int count, Row row) {
        return IntStream.range(0, count).mapToObj(row::at).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String features(Watch watch) {
        return watch.features().stream().map(InitTest::words).collect(Collectors.joining("\n"));
    }

    private static String words(FeatureSpec feature) {
        return feature.kind().yaml() + " " + feature.field() + " "
                + feature.scale().name().toLowerCase(java.util.Locale.ROOT);
    }

    private Watch watch() throws IOException {
        return WatchFile.read(terminal.file("watch.yaml"));
    }

    private String text() throws IOException {
        return Files.readString(terminal.file("watch.yaml"));
    }

    private void write(String text) throws IOException {
        Files.writeString(terminal.file("events.csv"), text);
    }
}
