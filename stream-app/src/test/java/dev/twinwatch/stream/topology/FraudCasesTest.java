package dev.twinwatch.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.FraudCase;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.control.ControlLog;
import dev.twinwatch.stream.metrics.Counts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of one customer's events is known to the events of all others, by way of the control topic. */
final class FraudCasesTest {
    private static final Watch WATCH = WatchFile.parse(
            "watch.yaml", Purchases.YAML + "  - {name: bad-place, field: place, as: confirmed-fraud, within: 1d}\n");
    private static final int KNOWN = 12;

    private StreamUnderTest stream;
    private ControlLog control;
    private long offset;

    @BeforeEach
    void open(@TempDir Path folder) {
        stream = new StreamUnderTest(WATCH, folder, Map.of());
        stream.activate(Purchases.bundle(Layout.of(WATCH), 1), 1);
        control = new ControlLog(Layout.of(WATCH), stream.control(), new Counts(new SimpleMeterRegistry()));
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void aConfirmedFraudCountsAgainstTheNextEventAtItsPlaceWhoeverMakesIt() {
        Alert alert = alertOfAna();

        stream.say(Label.FRAUD, "ana", alert.getAlertId(), null);
        List<KeyValue<String, Control>> changes = follow();

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.key).isEqualTo("fraud/" + alert.getAlertId());
            assertThat(((FraudCase) change.value.getChange()).getEntity()).isEqualTo("ana");
        });
        assertThat(stream.cases.compared()).hasSize(1);
        // of 16 buckets of places each has the same share; the case has two new places, of which this is one
        double alike = Math.log1p(Math.exp(Math.log((1 + 10 / 16.0) / (11 / 16.0)) - 3));
        assertThat(evidenceOfBenAt("b")).isCloseTo(evidenceOfBenAt("else") + 5 * Math.log(2) + alike, within());
    }

    @Test
    void anAlertNamesTheCaseThatItIsMostLike() {
        Alert first = alertOfAna();
        stream.say(Label.FRAUD, "ana", first.getAlertId(), null);
        follow();

        stream.atHome("ben", 0, KNOWN);
        stream.purchase("ben", KNOWN, "a");
        stream.purchase("ben", KNOWN + 1, "b");

        assertThat(first.getNearestCase()).isNull();
        assertThat(stream.alerts.readValue().getNearestCase())
                .satisfies(nearest -> assertThat(nearest.getCaseId()).isEqualTo(first.getAlertId()));
    }

    @Test
    void whatIsCalledLegitimateAfterwardsNoLongerCounts() {
        Alert alert = alertOfAna();
        stream.say(Label.FRAUD, "ana", alert.getAlertId(), null);
        stream.say(Label.LEGITIMATE, "ana", alert.getAlertId(), null);

        follow();

        assertThat(stream.cases.compared()).isEmpty();
        assertThat(evidenceOfBenAt("b")).isCloseTo(evidenceOfBenAt("else"), within());
    }

    @Test
    void aLegitimateAlertTakesBackTheCaseOfItsEvent() {
        Alert alert = alertOfAna();
        String event = alert.getOpeningEvent().getEventId();
        stream.say(Label.FRAUD, "ana", null, event);
        follow();
        assertThat(stream.cases.compared()).hasSize(1);

        stream.say(Label.LEGITIMATE, "ana", alert.getAlertId(), null);
        follow();

        assertThat(stream.cases.compared()).isEmpty();
        assertThat(evidenceOfBenAt("b")).isCloseTo(evidenceOfBenAt("else"), within());
    }

    @Test
    void anEventOfWhichNothingIsKeptCountsByItsValues() {
        stream.say(new Feedback(
                "zoe",
                null,
                "z-1",
                StreamUnderTest.START,
                StreamUnderTest.START,
                Label.FRAUD,
                "bank",
                "chargeback",
                Map.of("place", "bar")));

        assertThat(follow()).extracting(change -> change.key).containsExactly("fraud/zoe/z-1");
        assertThat(evidenceOfBenAt("bar")).isCloseTo(evidenceOfBenAt("else") + 5 * Math.log(2), within());
        assertThat(stream.counted("twinwatch.feedback", "result", "by_values")).isEqualTo(1);
    }

    @Test
    void twoEntitiesWhoseEventsHaveOneIdHaveACaseEach() {
        stream.say(fraudAtTheBar("zoe"));
        stream.say(fraudAtTheBar("a/b"));

        assertThat(follow()).extracting(change -> change.key).containsExactly("fraud/zoe/1", "fraud/a%2Fb/1");
        assertThat(stream.cases.size()).isEqualTo(2);
    }

    @Test
    void aCaseOfAnEarlierReleaseIsTakenBackByItsOwnEntityAlone() {
        FraudCase earlier = FraudCase.newBuilder()
                .setCaseId("1")
                .setEntity("zoe")
                .setWindow(java.nio.ByteBuffer.allocate(0))
                .setKnownAt(Instant.EPOCH)
                .setEventTime(StreamUnderTest.START)
                .setValues(Map.of("place", "bar"))
                .build();
        control.accept(offset++, "fraud/1", new Control(Instant.EPOCH, "bank", "", earlier));

        stream.say(Label.LEGITIMATE, "ben", null, "1");
        follow();
        assertThat(stream.cases.size()).isEqualTo(1);
        stream.say(Label.LEGITIMATE, "zoe", null, "1");
        follow();
        assertThat(stream.cases.size()).isZero();
    }

    @Test
    void withoutATimeValuesSayNothing() {
        stream.say(new Feedback(
                "zoe", null, "z-1", null, Instant.EPOCH, Label.FRAUD, "bank", null, Map.of("place", "bar")));

        assertThat(stream.control.isEmpty()).isTrue();
        assertThat(stream.counted("twinwatch.feedback", "result", "kept_for_training"))
                .isEqualTo(1);
    }

    @Test
    void aCaseOfAnotherReleaseIsRefusedAndTheOthersStay() {
        FraudCase empty = FraudCase.newBuilder()
                .setCaseId("c1")
                .setEntity("ana")
                .setWindow(java.nio.ByteBuffer.wrap(new byte[] {9}))
                .setKnownAt(Instant.EPOCH)
                .build();

        control.accept(0, "fraud/c1", new Control(Instant.EPOCH, "ana", "", empty));

        assertThat(stream.cases.size()).isZero();
    }

    private static Feedback fraudAtTheBar(String entity) {
        Instant start = StreamUnderTest.START;
        return new Feedback(entity, null, "1", start, start, Label.FRAUD, "bank", null, Map.of("place", "bar"));
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-5);
    }

    /** At the place b. */
    private Alert alertOfAna() {
        stream.atHome("ana", 0, KNOWN);
        stream.purchase("ana", KNOWN, "a");
        stream.purchase("ana", KNOWN + 1, "b");
        return stream.alerts.readValue();
    }

    /** Every instance reads the topic so. */
    private List<KeyValue<String, Control>> follow() {
        List<KeyValue<String, Control>> changes = stream.control.readKeyValuesToList();
        changes.forEach(change -> control.accept(offset++, change.key, change.value));
        return changes;
    }

    /** Each time of another customer who has been at home so far. */
    private double evidenceOfBenAt(String place) {
        String ben = "ben at " + place;
        stream.atHome(ben, 20, 20 + KNOWN);
        stream.purchase(ben, 20 + KNOWN, place);
        List<Score> scores = stream.scores.readValuesToList();
        return scores.get(scores.size() - 1).getEvidence();
    }
}
