package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What `check` says of a watch and events, and its exit status: 0 it can be trained, 1 it cannot. */
final class CheckTest {
    private static final String CHECK = "check --watch ./w.yaml --events ./events.csv";
    private static final String WATCH = """
            watch: shop-payments
            entity: customer_id
            time: {field: paid_at, unit: seconds}
            sequence: {length: 8, minimum: 2}
            features:
              - {name: amount, field: amount, as: number, scale: log}
              - {name: shop, field: shop, as: category, buckets: 64}
              - {name: pause, as: since-previous}
            """;

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void writeWhatIsRight() throws IOException {
        terminal = new Terminal(folder);
        watch(WATCH);
        new Payments().each(40).to(terminal.file("events.csv"));
    }

    @Test
    void whatFitsIsToldWithExamplesRangesAndCounts() {
        assertThat(terminal.done(CHECK))
                .contains("  events: 480 of 480 records of ./events.csv\n")
                .contains("  customer_id: 12 different; 40 events each, half of them have 40 or more; 12 have the two"
                        + " windows of 8 events that training needs\n")
                .contains("  paid_at (seconds): 2026-01-01 00:0")
                .contains("; in order\n")
                .contains("  amount: number (log); from 0.8")
                .contains("  shop: category; 48 values, for example shop-")
                .endsWith("""
                        all fine; next:
                          ./twinwatch train --watch ./w.yaml --events ./events.csv --out model.bundle
                        """);
    }

    @Test
    void aColumnThatIsCalledOtherwiseFailsWithTheNameThatWasMeant() throws IOException {
        new Payments().renamed("amount", "Amount_").each(40).to(terminal.file("events.csv"));

        assertThat(failed()).endsWith("will not work: the events have no amount: did you mean Amount_?\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            entity: tx       | tx has another value in nearly every row (480 in 480 events): it names the event and not who acts
            entity: version  | all events are of one version: at least 2 are needed, since one is told from others
            entity: fax      | 480 records are no events (100 %), for example:
            """)
    void anEntityOfWhichNothingCanBeLearnedFails(String entity, String sentence) throws IOException {
        watch(WATCH.replace("entity: customer_id", entity));

        assertThat(failed()).contains("will not work: " + sentence).doesNotContain("it tells who that is");
    }

    @Test
    void tooFewEventsFailWithTheNumbers() throws IOException {
        new Payments().each(3).to(terminal.file("events.csv"));

        assertThat(failed())
                .contains(
                        "will not work: 0 of 12 customer_id have two windows of 8 events, at least 2 are needed: bring"
                                + " more events, or write a smaller sequence.length than 8\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            field: amount, as: number, scale: log | field: version, as: category | version is always 'v1': it says nothing, take its features out
            field: amount, as: number, scale: log | field: fax, as: number | fax has no values: take its features out
            field: amount, as: number, scale: log | field: is_fraud, as: category | is_fraud looks like a label: what is to be found out must not be an input
            field: amount, as: number, scale: log | field: customer_name, as: category | customer_name is the same in all events of one customer_id
            field: amount, as: number, scale: log | field: tx, as: category | amount: tx has another value in nearly every event
            buckets: 64 | buckets: 16 | shop: 48 values of shop share 16 buckets
            unit: seconds | unit: millis | as millis, paid_at goes from 1970-01-21 10:53:45 to 1970-01-21 10:57:
            """)
    void whatIsProbablyNotMeantIsAWarning(String instead, String with, String sentence) throws IOException {
        watch(WATCH.replace(instead, with));

        assertThat(terminal.done(CHECK)).contains("warning: " + sentence).contains("it can be trained; next:");
    }

    @Test
    void badRowsAreToldWithTheirPlace() throws IOException {
        new Payments()
                .each(40)
                .row("T1,100,Name,4,1768000000,plenty,shop-1,no,,v1,0")
                .row("T2,100")
                .to(terminal.file("events.csv"));

        assertThat(terminal.done(CHECK))
                .contains("warning: 2 records are no events (0.4 %), for example:\n")
                .contains("events.csv line 482: field amount is 'plenty', expected a number\n")
                .contains("events.csv line 483 has 2 cells, the header has 11");
    }

    @Test
    void moreRecordsThanTheLimitAreLeftUnreadAndThatIsSaid() {
        assertThat(terminal.done(CHECK + " --limit 479"))
                .startsWith("looked at the first 479 records only, there are more: a larger --limit takes them in\n")
                .contains("  events: 479 of 479 records of ./events.csv\n");
        assertThat(terminal.done(CHECK + " --limit 480")).startsWith("  events: 480 of 480 records of ./events.csv\n");
    }

    @Test
    void aLimitOfNothingIsRefused() {
        Terminal.Ended ended = terminal.run(CHECK + " --limit 0");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.printed())
                .isEqualTo("twinwatch: --limit is 0, expected 1 or more: leave it out for 1000000\n");
    }

    @Test
    void timesThatRunBackwardsOrLieAheadAreWarnings() throws IOException {
        new Payments()
                .each(40)
                .row("T1,100,Name,4,1,5,shop-1,no,,v1,0")
                .row("T2,101,Name,4,4000000000,5,shop-1,no,,v1,0")
                .to(terminal.file("events.csv"));

        assertThat(terminal.done(CHECK))
                .contains(
                        "warning: 1 events are older than the one before of the same customer_id: sort the file by time")
                .contains("warning: the last event is in the future (2096-10-02 07:06:40 UTC)");
    }

    private String failed() {
        Terminal.Ended ended = terminal.run(CHECK);
        assertThat(ended.status()).as(ended.printed()).isEqualTo(1);
        return ended.printed();
    }

    private void watch(String yaml) throws IOException {
        Files.writeString(terminal.file("w.yaml"), yaml);
    }
}
