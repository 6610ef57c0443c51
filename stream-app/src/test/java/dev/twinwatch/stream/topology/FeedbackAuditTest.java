package dev.twinwatch.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Renewal;
import dev.twinwatch.contracts.RenewalKind;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.control.ControlLog;
import dev.twinwatch.stream.metrics.Counts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came of each piece of feedback stands on the topic of the audit. */
final class FeedbackAuditTest {
    private static final Watch WATCH = WatchFile.parse(
            "watch.yaml", Purchases.YAML + "  - {name: bad-place, field: place, as: confirmed-fraud, within: 1d}\n");
    private static final int KNOWN = 12;

    private StreamUnderTest stream;

    @BeforeEach
    void open(@TempDir Path folder) {
        stream = new StreamUnderTest(WATCH, folder, Map.of());
        stream.activate(Purchases.bundle(Layout.of(WATCH), 1), 1);
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void feedbackOnAnAlertSaysWhoWhatAndWhatCameOfIt() {
        String alert = alertOfAna();

        stream.say(Label.FRAUD, "ana", alert, null);

        assertThat(stream.audit.readKeyValuesToList())
                .containsExactly(KeyValue.pair(
                        "feedback/" + alert,
                        new Audit(StreamUnderTest.START, "tester", "", "feedback/" + alert, null, "TAKEN_OUT")));
    }

    @Test
    void theSameWordAgainIsSaidToBeRepeatedAndChangesNoCase() {
        String alert = alertOfAna();
        stream.say(Label.FRAUD, "ana", alert, null);
        stream.control.readKeyValuesToList();
        stream.audit.readValuesToList();

        stream.say(Label.FRAUD, "ana", alert, null);

        assertThat(after()).containsExactly("REPEATED");
        assertThat(stream.control.isEmpty()).isTrue();
        assertThat(stream.counted("twinwatch.feedback", "result", "repeated")).isEqualTo(1);
    }

    @Test
    void theOtherWordCountsAndTheAuditSaysWhatWasSaidBefore() {
        String alert = alertOfAna();
        stream.say(Label.FRAUD, "ana", alert, null);
        stream.say(Label.LEGITIMATE, "ana", alert, null);
        stream.say(Label.FRAUD, "ana", alert, null);

        List<Audit> audit = stream.audit.readValuesToList();

        assertThat(audit)
                .extracting(Audit::getAfter)
                .containsExactly("TAKEN_OUT", "CONTRADICTED: ABSORBED", "CONTRADICTED: TAKEN_OUT");
        assertThat(audit).extracting(Audit::getBefore).containsExactly(null, "FRAUD", "LEGITIMATE");
    }

    @Test
    void legitimateOnAnAlertFromBeforeAResetIsSaidToBeOfBefore() {
        String alert = alertOfAna();
        Control reset = new Control(StreamUnderTest.START, "tester", "", new Renewal("ana", RenewalKind.RESET));
        new ControlLog(Layout.of(WATCH), stream.control(), new Counts(new SimpleMeterRegistry()))
                .accept(0, "renewal/ana", reset);
        stream.atHome("ana", KNOWN + 2, KNOWN + 3);

        stream.say(Label.LEGITIMATE, "ana", alert, null);

        assertThat(after()).containsExactly("BEFORE_RESET");
    }

    @Test
    void ofWhatIsNotKeptTheValuesCountOrTheNextTrainingAlone() {
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
        stream.say(Label.LEGITIMATE, "zoe", null, "z-2");

        List<Audit> audit = stream.audit.readValuesToList();

        assertThat(audit).extracting(Audit::getAfter).containsExactly("BY_VALUES", "KEPT_FOR_TRAINING");
        assertThat(audit.get(0).getWhy()).isEqualTo("chargeback");
    }

    private List<String> after() {
        return stream.audit.readValuesToList().stream().map(Audit::getAfter).toList();
    }

    private String alertOfAna() {
        stream.atHome("ana", 0, KNOWN);
        stream.purchase("ana", KNOWN, "a");
        stream.purchase("ana", KNOWN + 1, "b");
        return stream.alerts.readValue().getAlertId();
    }
}
