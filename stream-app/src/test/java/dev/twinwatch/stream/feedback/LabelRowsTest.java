package dev.twinwatch.stream.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.contracts.Label;
import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.sending.CsvRows;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows of a file of labels; times are milliseconds, the category of the watch is `place`. */
final class LabelRowsTest {
    private static final Path FILE = Path.of("chargebacks.csv");

    @Test
    void aRowNamesItsEventOrATimeOfItsEntity() {
        LabelRow event = read(Map.of("entity", "ana", "event_id", "p-1", "label", "fraud"));
        LabelRow time = read(Map.of("entity", "ana", "from", "1000", "to", "2000", "label", "LEGITIMATE"));

        assertThat(event).isEqualTo(new LabelRow("ana", "p-1", 0, 0, Label.FRAUD, null, null, Map.of()));
        assertThat(time)
                .isEqualTo(new LabelRow("ana", null, 1_000_000, 2_000_000, Label.LEGITIMATE, null, null, Map.of()));
        assertThat(time.needsScores(true)).isTrue();
    }

    @Test
    void whenAFraudHappenedIsLookedUpWhereTheRowDoesNotSayIt() {
        Map<String, String> named = Map.of("entity", "ana", "event_id", "p-1");

        assertThat(read(and(named, "label", "FRAUD")).needsScores(true)).isTrue();
        assertThat(read(and(named, "label", "FRAUD")).needsScores(false))
                .as("without times")
                .isFalse();
        assertThat(read(and(and(named, "label", "FRAUD"), "at", "5000")).needsScores(true))
                .isFalse();
        assertThat(read(and(named, "label", "LEGITIMATE")).needsScores(true)).isFalse();
    }

    @Test
    void columnsOfTheWatchSayWhenItWasAndWhichValuesItHad() {
        LabelRow row = read(Map.of(
                "event_id",
                "p-1",
                "label",
                "FRAUD",
                "known_at",
                "86400000",
                "at",
                "5000",
                "place",
                "bar",
                "note",
                "x"));

        assertThat(row.knownAt()).isEqualTo(Instant.parse("1970-01-02T00:00:00Z"));
        assertThat(row.eventTime()).isEqualTo(Instant.ofEpochSecond(5));
        assertThat(row.values()).containsExactly(Map.entry("place", "bar"));
        assertThat(row.needsScores(false)).as("whose it is").isTrue();
    }

    @Test
    void aRowThatSaysTooLittleOrNoTimeIsToldWithWhatIsExpected() {
        assertProblem(Map.of("event_id", "p-1", "label", "maybe"), "has label maybe, expected FRAUD or LEGITIMATE");
        assertProblem(Map.of("entity", "ana", "label", "FRAUD"), "has neither event_id nor entity, from and to");
        assertProblem(
                Map.of("entity", "ana", "from", "2", "to", "1", "label", "FRAUD"), "has to 1 before from 2: swap them");
        assertProblem(
                Map.of("event_id", "p-1", "label", "FRAUD", "known_at", "noon"),
                "has known_at noon, expected a time in millis");
        assertProblem(
                Map.of("event_id", "p-1", "label", "FRAUD", "known_at", "1767225600000000"),
                "has known_at 1767225600000000, which is +57971-02-25");
    }

    @Test
    void aFileThatLacksAColumnIsRefusedInOneSentence() {
        assertThatThrownBy(() -> new LabelRows(Purchases.WATCH, FILE, List.of("entity", "event_id")))
                .hasMessage("chargebacks.csv has the columns entity, event_id, expected event_id, label or entity,"
                        + " event_id, label or entity, from, to, label: correct its first row");
    }

    @Test
    void withoutACalendarEventsAreNamedByTheirIdsAlone() {
        Watch ordinal = WatchFile.parse("watch.yaml", Purchases.YAML.replaceAll("(?m)^(time|lateness): .*$", ""));

        assertThatThrownBy(() -> new LabelRows(ordinal, FILE, List.of("entity", "from", "to", "label")))
                .hasMessageContaining("give it a column event_id");
        assertThat(new LabelRows(ordinal, FILE, List.of("event_id", "label"))
                        .read(new CsvRows.Row(2, Map.of("event_id", "p-1", "label", "FRAUD"), ""))
                        .eventId())
                .isEqualTo("p-1");
    }

    private static Map<String, String> and(Map<String, String> cells, String column, String text) {
        Map<String, String> more = new HashMap<>(cells);
        more.put(column, text);
        return more;
    }

    private static void assertProblem(Map<String, String> cells, String start) {
        assertThatThrownBy(() -> read(cells))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(start);
    }

    private static LabelRow read(Map<String, String> cells) {
        List<String> columns = List.of("entity", "event_id", "from", "to", "label", "known_at", "at", "place", "note");
        return new LabelRows(Purchases.WATCH, FILE, columns).read(new CsvRows.Row(2, cells, ""));
    }
}
