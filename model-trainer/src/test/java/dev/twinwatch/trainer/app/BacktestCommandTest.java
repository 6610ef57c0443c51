package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.Snooze;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Person 0 has two events of person 9 among its own; evidence is compared with a limit that each test names. */
final class BacktestCommandTest {
    private static final String WATCH = """
            watch: people
            entity: user
            time: {field: at, unit: seconds}
            sequence: {length: 4, minimum: 2}
            features: [{name: amount, field: amount, as: number, scale: log}]
            """;
    private static final String BACKTEST = "backtest --bundle ./model --history ./history.csv --events ./events.csv";
    private static final Path HERE = Path.of("").toAbsolutePath();

    private static byte[] bundle = new byte[0];

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeAll
    static void train(@TempDir Path elsewhere) throws IOException {
        Terminal right = new Terminal(elsewhere);
        Files.writeString(right.file("w.yaml"), WATCH);
        new People(true).ownSessions(6, 8).to(right.file("events.csv"));
        right.done("train --watch ./w.yaml --events ./events.csv --out ./model --iterations 2");
        bundle = Files.readAllBytes(right.file("model"));
    }

    @BeforeEach
    void writeWhatIsRight() throws IOException {
        terminal = new Terminal(folder);
        Files.write(terminal.file("model"), bundle);
        new People(true).ownSessions(6, 8).to(terminal.file("history.csv"));
        People later = new People(true);
        for (int session = 0; session < 200; session++) {
            later.session(0, session < 100 || session > 102 ? 0 : 9, 4);
        }
        later.to(terminal.file("events.csv"));
        // Session n of this file begins at n million seconds, a minute before its first event; events come every minute
        // or ten.
        write("labels.csv", "entity,from,to,label\ne0,101000000,103999999,FRAUD\n");
    }

    @Test
    void printsAlertsThenATableThenOneJsonObject() throws IOException {
        List<String> printed = terminal.done(BACKTEST + " --labels ./labels.csv --set alerts.limit=1 --json")
                .lines()
                .toList();

        JsonNode figures = new ObjectMapper().readTree(printed.get(printed.size() - 1));
        List<String> names = new ArrayList<>();
        figures.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "events",
                        "alerts",
                        "takeovers",
                        "caught",
                        "falseAlerts",
                        "delayEvents",
                        "alertsPerDay",
                        "budgetPerDay",
                        "precision",
                        "recall",
                        "eventsPerSecond");
        assertThat(figures.get("events").asInt()).isEqualTo(800);
        assertThat(figures.get("takeovers").asInt()).isEqualTo(1);
        assertThat(figures.get("budgetPerDay").isNull())
                .as("a limit is no budget")
                .isTrue();
        assertThat(printed.stream().filter(line -> line.contains("user e0")))
                .hasSize(figures.get("alerts").asInt());
        assertThat(printed).anyMatch(line -> line.matches(" +alerts +[0-9]+"));
    }

    @Test
    void alertsGoToAFileToo() throws IOException {
        String printed = terminal.done(BACKTEST + " --set alerts.limit=-100 --out ./alerts.csv");

        List<String> rows = Files.readAllLines(terminal.file("alerts.csv"));
        assertThat(rows.get(0))
                .isEqualTo("alert_id,entity,opened,event_id,severity,state,events,evidence,limit,reasons,finding");
        assertThat(rows).hasSizeGreaterThan(1);
        assertThat(printed.lines().filter(line -> line.contains("Z  CRITICAL"))).hasSize(rows.size() - 1);
    }

    @Test
    void aSnoozeOfAFileHoldsFromWhenItWasAskedFor() throws IOException {
        Control snooze = new Control(Instant.EPOCH, "eve", "", new Snooze("e0", Instant.parse("2100-01-01T00:00:00Z")));
        try (DataFileWriter<Control> file = new DataFileWriter<>(new SpecificDatumWriter<>(Control.class))) {
            file.create(Control.getClassSchema(), terminal.file("control.avro").toFile())
                    .append(snooze);
        }

        assertThat(terminal.done(BACKTEST + " --set alerts.limit=-100")).contains("user e0");
        assertThat(terminal.done(BACKTEST + " --set alerts.limit=-100 --control ./control.avro"))
                .contains("control: 1 records carried out, 0 about models passed over")
                .doesNotContain("user e0");
    }

    @Test
    void topicOfControlWithoutItsRegistry() {
        assertThat(refused(BACKTEST + " --control kafka://localhost:9092/people.control.v1"))
                .isEqualTo(
                        "twinwatch: --control kafka://localhost:9092/people.control.v1 is a topic of Avro records: name"
                                + " its schema registry with --registry URL\n");
    }

    @Test
    void twoSettingsStandSideBySide() {
        String printed = terminal.done(BACKTEST + " --set alerts.limit=-100 --compare-set alerts.limit=1000000");

        assertThat(printed)
                .contains("first   ")
                .contains("model with alerts.limit=-100", "model with alerts.limit=1000000")
                .contains(" 0 alerts in both, ", " 0 only in the second\n");
    }

    @Test
    void anotherBudgetGivesAnotherLimitWithoutTraining() {
        List<String> frequent = withBudget("1 per 50 events").lines().toList();
        List<String> rare = withBudget("1 per 100000 events").lines().toList();

        assertThat(limit(frequent)).isLessThan(limit(rare));
        // 800 events in 199 million seconds and 15 minutes are 0.35 a day
        assertThat(frequent.get(frequent.size() - 1)).contains("\"budgetPerDay\":0.0069");
    }

    @Test
    void budgetThatTheBundleDoesNotKnow() {
        assertThat(withBudget("1 per 2 events"))
                .startsWith(
                        "twinwatch: --set: alerts.budget is one alert per 2 events, the bundle knows limits for one per ");
        assertThat(withBudget("many per day"))
                .startsWith("twinwatch: --set alerts.budget is many per day, expected for example `20 per day`");
    }

    private String withBudget(String budget) {
        List<String> words = new ArrayList<>(List.of(BACKTEST.split(" ", -1)));
        words.addAll(List.of("--json", "--set", "alerts.budget=" + budget));
        return terminal.run(words.toArray(String[]::new)).printed();
    }

    private static double limit(List<String> printed) {
        return printed.stream()
                .filter(line -> line.matches(" +limit +.*"))
                .mapToDouble(line -> Double.parseDouble(line.replaceFirst(" +limit +", "")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void labelsOfNothingAreCounted() throws IOException {
        write("labels.csv", "entity,event_id,label\ne0,nope,FRAUD\nnobody,x,FRAUD\n");

        assertThat(terminal.done(BACKTEST + " --labels ./labels.csv"))
                .contains("2 of 2 labels name no event of this history")
                .contains("1 of unknown entities, for example nobody event x\n")
                .contains("1 of entities without such an event, for example e0 event nope\n");
    }

    @Test
    void missingBundle() {
        assertThat(refused(BACKTEST.replace("./model", "./nope")))
                .isEqualTo("twinwatch: --bundle ./nope: no bundle at ./nope: `twinwatch train` makes one\n");
    }

    @Test
    void unknownSettingWithTheNearOne() {
        assertThat(refused(BACKTEST + " --set alert.limit=3"))
                .startsWith(
                        "twinwatch: --set alert.limit (did you mean alerts.limit?) is no setting of a backtest: write");
    }

    @Test
    void limitThatIsNoNumber() {
        assertThat(refused(BACKTEST + " --compare-set alerts.limit=high"))
                .isEqualTo("twinwatch: --compare-set alerts.limit is high, expected a number such as 4.5\n");
    }

    @Test
    void missingColumn() throws IOException {
        write("events.csv", "user,at,amuont\ne0,1,2\n");

        assertThat(refused(BACKTEST))
                .startsWith(
                        "twinwatch: ./events.csv has no column amount (did you mean amuont?), only user, at, amuont:");
    }

    @Test
    void missingEvents() {
        assertThat(refused(BACKTEST.replace("./events.csv", "./nope.csv")))
                .isEqualTo(
                        "twinwatch: ./nope.csv is not a file: check the path, relative ones start at " + HERE + "\n");
    }

    @Test
    void tooManyRecordsThatAreNoEvents() throws IOException {
        write("events.csv", "user,at,amount\n" + "e0,2000000000,much\n".repeat(20) + "e0,2000000000,1\n");

        assertThat(refused(BACKTEST + " --rejects ./bad.csv"))
                .contains("20 of 501 records (3.99 %) are no events, more than --max-rejected 1 %")
                .contains("All of them are in ./bad.csv");
        assertThat(terminal.file("bad.csv")).exists();
    }

    @Test
    void unsortedEventsAreTold() throws IOException {
        write("events.csv", "user,at,amount\ne0,2000000100,1\ne0,2000000000,1\n");

        assertThat(terminal.done(BACKTEST))
                .contains(
                        "1 events are older than one before of the same entity: they are taken in the order of their rows");
    }

    private String refused(String line) {
        Terminal.Ended ended = terminal.run(line);
        assertThat(ended.status()).isEqualTo(1);
        return ended.printed();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(terminal.file(name), text);
    }
}
