package dev.twinwatch.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.contracts.RetrainingStep;
import dev.twinwatch.contracts.RetrainingTrigger;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.stream.Purchases;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten customers spend 10 to 14 at home, as in training. The first eleven events of each are learned; evidence is -1 where no
 * place of the window is new, and 1.77 where one is.
 */
final class DriftTest {
    /** Minutes of a day; the first event is at ten in the morning. */
    private static final int DAY = 24 * 60;

    private static final int CUSTOMERS = 10;
    private static final int EVENTS = 80;

    @TempDir
    private Path folder;

    private StreamUnderTest stream;
    private Bundle bundle;

    @BeforeEach
    void open() {
        stream = new StreamUnderTest(Purchases.WATCH, folder, Map.of());
        bundle = stream.activate(Purchases.bundle(Purchases.USUAL, 1), 1);
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void aDayOfUsualEventsIsReportedWithoutDrift() {
        aUsualDay(0);
        fewEventsOf(1);

        Audit report = reports().get(0);

        assertThat(report.getWhat()).isEqualTo("drift");
        assertThat(report.getWho()).isEqualTo("report-drift");
        assertThat(report.getBefore()).isNull();
        assertThat(report.getWhy())
                .startsWith("2026-01-05: 690 genuine events under model ")
                .contains("(not significant)", "amount 0.00, 0.0 % out of range", "place 0.00, 0.0 % never seen");
        assertThat(index("amount")).isLessThan(0.01);
        assertThat(index("place")).isLessThan(0.01);
        assertThat(index("evidence")).isLessThan(0.01);
    }

    @Test
    void largerAmountsAndNewPlacesAreNamed() {
        aUsualDay(0);
        aDayOfChange(1);
        fewEventsOf(2);

        List<Audit> reports = reports();

        assertThat(reports).hasSize(2);
        Audit report = reports.get(1);
        assertThat(report.getWhy())
                .startsWith("2026-01-06: 800 genuine events under model ")
                .contains("amount moved furthest", "(significant)")
                .contains("100.0 % out of range", "12.5 % never seen in training where 0.0 % is usual");
        assertThat(report.getBefore()).isEqualTo(reports.get(0).getAfter());
        assertThat(Double.parseDouble(report.getAfter())).isEqualTo(index("amount"), within(1e-4));
        assertThat(index("place")).isGreaterThan(0.25);
        assertThat(strange("amount")).isEqualTo(1);
        assertThat(strange("place")).isEqualTo(0.125);
    }

    @Test
    void aDayOfChangeAsksForOneRetrainingAndAUsualDayForNone() {
        aUsualDay(0);
        aDayOfChange(1);
        fewEventsOf(2);
        List<Audit> reports = reports();

        List<KeyValue<String, Retraining>> requests = stream.retraining.readKeyValuesToList();

        assertThat(requests).extracting(request -> request.key).containsExactly("drift-2026-01-06");
        Retraining request = requests.get(0).value;
        assertThat(request.getId()).isEqualTo("drift-2026-01-06");
        assertThat(request.getWhat()).isEqualTo(RetrainingStep.REQUESTED);
        assertThat(request.getTrigger()).isEqualTo(RetrainingTrigger.DRIFT);
        assertThat(request.getBase()).isEqualTo(bundle.version());
        assertThat(request.getReason())
                .isEqualTo("drift.trigger is 0.25, " + reports.get(1).getWhy());
    }

    @Test
    void withATriggerOfZeroNothingIsAskedFor() {
        stream.close();
        stream = new StreamUnderTest(Purchases.WATCH, folder, Map.of("drift.trigger", "0"));
        stream.activate(Purchases.bundle(Purchases.USUAL, 1), 1);
        aUsualDay(0);
        aDayOfChange(1);
        fewEventsOf(2);

        assertThat(reports()).hasSize(2);
        assertThat(stream.retraining.isEmpty()).isTrue();
    }

    @Test
    void aModelThatNoLongerDecidesIsReportedAndNotTrainedAnew() {
        aUsualDay(0);
        aDayOfChange(1);
        stream.activate(Purchases.bundle(Purchases.USUAL, 2), 2);
        fewEventsOf(2);

        assertThat(reports()).hasSize(2);
        assertThat(stream.retraining.isEmpty()).isTrue();
    }

    @Test
    void precisionIsThatOfTheAlertsThatPeopleJudged() {
        aUsualDay(0);
        stream.purchase("c0", EVENTS, "a");
        stream.purchase("c0", EVENTS + 1, "b");
        String alert = stream.alerts.readValue().getAlertId();
        stream.say(Label.LEGITIMATE, "c0", alert, null);
        stream.say(Label.LEGITIMATE, "c0", alert, null);
        stream.say(Label.FRAUD, "c0", "no-such-alert", null);
        fewEventsOf(1);

        assertThat(reports().get(0).getWhy()).endsWith("0 of 1 judged alerts were fraud");
        assertThat(stream.meters.get("twinwatch.drift.precision").gauge().value())
                .isZero();
    }

    @Test
    void aModelThatDoesNotKnowWhatIsUsualHasNoReport() {
        stream.activate(Purchases.bundle(1), 2);
        aUsualDay(0);
        fewEventsOf(1);

        assertThat(reports()).isEmpty();
        assertThat(stream.meters.find("twinwatch.drift.index").gauge()).isNull();
    }

    private void aUsualDay(int day) {
        for (int i = 0; i < EVENTS; i++) {
            for (int c = 0; c < CUSTOMERS; c++) {
                buy(c, day * DAY + i, 10.5 + i % 4, "home");
            }
        }
    }

    private void aDayOfChange(int day) {
        for (int i = 0; i < EVENTS; i++) {
            for (int c = 0; c < CUSTOMERS; c++) {
                buy(c, day * DAY + i, 5 * (10.5 + i % 4), i % 8 == 0 ? "place-" + i + "-" + c : "home");
            }
        }
    }

    private void fewEventsOf(int day) {
        for (int i = 0; i < 6; i++) {
            for (int c = 1; c < CUSTOMERS; c++) {
                buy(c, day * DAY + i, 12.5, "home");
            }
        }
    }

    private void buy(int customer, int minute, double amount, String place) {
        stream.json(StreamUnderTest.asJson("c" + customer, minute, place)
                .replace("\"amount\": 12.5", "\"amount\": " + amount));
    }

    private List<Audit> reports() {
        for (int i = 0; i < 4; i++) {
            stream.driver.advanceWallClockTime(Decide.TELL);
        }
        return stream.audit.readValuesToList().stream()
                .filter(audit -> audit.getWhat().equals("drift"))
                .toList();
    }

    private double index(String of) {
        return stream.meters.get("twinwatch.drift.index").tag("of", of).gauge().value();
    }

    private double strange(String of) {
        return stream.meters
                .get("twinwatch.drift.strange.share")
                .tag("of", of)
                .gauge()
                .value();
    }
}
