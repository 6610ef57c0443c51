package dev.twinwatch.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.AlertState;
import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.Limits;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.contracts.Severity;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.control.ControlLog;
import dev.twinwatch.stream.metrics.Counts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The population drifts: everybody begins to travel, where one alert in a hundred events is wanted. The trained limit is 2; two
 * new places have evidence 3.39, three 4.55.
 */
final class LimitFollowsBudgetTest {
    private static final Watch WATCH =
            WatchFile.parse("watch.yaml", Purchases.YAML + "alerts: {budget: 1 per 100 events}\n");
    private static final int KNOWN = 12;
    /** Minutes of a day; the first event is at ten in the morning. */
    private static final int DAY = 24 * 60;

    private StreamUnderTest stream;
    private Bundle bundle;
    private long offset;

    @BeforeEach
    void open(@TempDir Path folder) {
        stream = new StreamUnderTest(WATCH, folder, Map.of());
        bundle = stream.activate(Purchases.bundle(Layout.of(WATCH), 1), 1);
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void tooManyAlertsOnOneDayRaiseTheLimitFromAnHourOfTheNextOneOn() {
        aDayOfTravelling();

        List<KeyValue<String, Control>> changes = follow();

        assertThat(changes).extracting(change -> change.key).containsExactly("limits/all");
        Limits limits = (Limits) changes.get(0).value.getChange();
        assertThat(limits.getLimit()).as("a step is at most one").isEqualTo(3);
        assertThat(limits.getHoldsFrom()).isEqualTo("2026-01-06T11:00:00Z");
        assertThat(limitOfZoeAt(DAY + 59)).isEqualTo(2);
        assertThat(limitOfZoeAt(DAY + 60)).isEqualTo(3);
        assertThat(stream.meters.get("twinwatch.limit").gauge().value()).isEqualTo(3);
        assertThat(stream.meters.get("twinwatch.limit.trained").gauge().value()).isEqualTo(2);
    }

    @Test
    void theAuditSaysWhatHeldBefore() {
        aDayOfTravelling();

        Audit audit = stream.audit.readValue();

        assertThat(audit.getWhat()).isEqualTo("limits/all");
        assertThat(audit.getBefore()).isEqualTo("2.0");
        assertThat(audit.getAfter()).isEqualTo("3.0");
        assertThat(audit.getWhy()).startsWith("25 alerts of ");
    }

    @Test
    void whatIsHeldBackIsCountedAndWhatIsUrgentRaisesAnAlertAllTheSame() {
        stream.atHome("ana", 0, KNOWN);
        announce(new Limits("all", 3.99, StreamUnderTest.START, bundle.version(), null));

        stream.purchase("ana", KNOWN, "a");
        stream.purchase("ana", KNOWN + 1, "b");
        assertThat(stream.alerts.isEmpty()).isTrue();
        assertThat(stream.meters.get("twinwatch.held.back").counter().count()).isEqualTo(1);

        stream.purchase("ana", KNOWN + 2, "c");
        assertThat(stream.alerts.readValuesToList()).singleElement().satisfies(alert -> {
            assertThat(alert.getState()).isEqualTo(AlertState.OPENED);
            assertThat(alert.getLimit()).isEqualTo(3.99);
        });
    }

    @Test
    void anotherModelHasItsOwnLimitAgain() {
        announce(new Limits("all", 3.99, StreamUnderTest.START, bundle.version(), null));
        stream.activate(Purchases.bundle(Layout.of(WATCH), 2), 2);
        stream.atHome("ana", 0, KNOWN);

        stream.purchase("ana", KNOWN, "a");
        stream.purchase("ana", KNOWN + 1, "b");

        assertThat(stream.alerts.readValue())
                .extracting(Alert::getLimit, Alert::getSeverity)
                .containsExactly(2.0, Severity.LOW);
    }

    @Test
    void whereTheLimitIsNotToFollowAnnouncementsDoNotHold(@TempDir Path folder) {
        stream.close();
        stream = new StreamUnderTest(WATCH, folder, Map.of("limits.follow", "false"));
        stream.activate(Purchases.bundle(Layout.of(WATCH), 1), 1);
        announce(new Limits("all", 3.99, StreamUnderTest.START, bundle.version(), null));

        aDayOfTravelling();

        assertThat(stream.control.isEmpty()).isTrue();
        assertThat(limitOfZoeAt(DAY + 60)).isEqualTo(2);
    }

    /** 25 customers with an alert each; of the next day some events of Zoe, who stays at home. */
    private void aDayOfTravelling() {
        stream.atHome("zoe", 0, KNOWN);
        for (int i = 0; i < 25; i++) {
            stream.atHome("c" + i, 0, KNOWN);
            stream.purchase("c" + i, KNOWN, "a");
            stream.purchase("c" + i, KNOWN + 1, "b");
        }
        stream.atHome("zoe", DAY, DAY + 6);
        stream.driver.advanceWallClockTime(Decide.TELL);
    }

    private double limitOfZoeAt(int minute) {
        stream.purchase("zoe", minute, "home");
        List<Score> scores = stream.scores.readValuesToList();
        return scores.get(scores.size() - 1).getLimit();
    }

    private void announce(Limits limits) {
        take("limits/all", new Control(StreamUnderTest.START, "set-limits", "", limits));
    }

    /** Every instance reads the topic so. */
    private List<KeyValue<String, Control>> follow() {
        List<KeyValue<String, Control>> changes = stream.control.readKeyValuesToList();
        changes.forEach(change -> take(change.key, change.value));
        return changes;
    }

    private void take(String key, Control change) {
        new ControlLog(Layout.of(WATCH), stream.control(), new Counts(stream.meters)).accept(offset++, key, change);
    }
}
