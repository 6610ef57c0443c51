package dev.twinwatch.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.AlertState;
import dev.twinwatch.contracts.EventRef;
import dev.twinwatch.contracts.Severity;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.registry.InMemorySchemaRegistry;
import dev.twinwatch.sandbox.demo.judging.Truth;
import dev.twinwatch.sandbox.demo.recording.Placement;
import dev.twinwatch.sandbox.demo.recording.RecordedFile;
import dev.twinwatch.sandbox.demo.recording.Recorder;
import dev.twinwatch.sandbox.demo.recording.Recording;
import dev.twinwatch.sandbox.demo.recording.Scenario;
import dev.twinwatch.sandbox.demo.report.AlertLine;
import dev.twinwatch.sandbox.demo.report.DemoReport;
import dev.twinwatch.sandbox.demo.screen.Screen;
import dev.twinwatch.sandbox.demo.traffic.AlreadySent;
import dev.twinwatch.sandbox.demo.traffic.Ledger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five events of ana: the first three are history, of which the third is labelled fraud, and so is the last. */
class VerdictsTest {
    private static final String WATCH = """
            watch: payments
            entity: user
            time: {field: seq, unit: ordinal}
            sequence: {length: 4, minimum: 2}
            features: [{name: amount, field: amount, as: number}]
            """;

    /** Offset: the history and the honest live event were sent by an earlier run. */
    private static final long FIRST_OF_THIS_RUN = 4;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private Verdicts verdicts;

    @BeforeEach
    void recordAHistoryWithFraudInIt() throws IOException {
        Path events = Files.writeString(
                folder.resolve("events.csv"), "user,seq,amount\nana,1,10\nana,2,11\nana,3,900\nana,4,12\nana,5,5000\n");
        Path labels =
                Files.writeString(folder.resolve("labels.csv"), "entity,from,to,label\nana,3,3,FRAUD\nana,5,5,FRAUD\n");
        Scenario scenario = new RecordedFile(WatchFile.parse("watch.yaml", WATCH), events, labels, 3);
        Recording recording =
                Recorder.record(scenario, scenario.encoding(new InMemorySchemaRegistry()), new Placement("t", 1));
        Screen screen = Screen.plain(new PrintStream(shown, true, StandardCharsets.UTF_8));
        verdicts = new Verdicts(
                recording,
                new Truth(recording.stretches(), 4),
                new AlertLine(scenario.watch(), screen),
                screen,
                Optional.empty(),
                List.of(),
                AlreadySent.upTo(Map.of(0, FIRST_OF_THIS_RUN)));
    }

    @Test
    void alertAtLabelledFraudOfTheHistoryIsShownAndNotCounted() {
        verdicts.alert(openedAt("t-0-2"));

        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("labelled fraud of the history, not counted");
        assertThat(report().alerts()).isZero();
        assertThat(report().falseAlerts()).isZero();
    }

    @Test
    void alertAtALabelledLiveEventIsCaught() {
        verdicts.alert(openedAt("t-0-4"));

        assertThat(report().caught()).isEqualTo(1);
        assertThat(report().takeovers()).isEqualTo(1);
    }

    @Test
    void alertAtAnEventOfAnEarlierRunIsCountedAndNotShownAgain() {
        verdicts.alert(openedAt("t-0-3"));

        assertThat(shown.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(report().falseAlerts()).isEqualTo(1);
    }

    // 900 after 10 and 11 is a thousand deviations off: judged as well, it would be a false alert that hides event 5.
    @Test
    void baselineJudgesLiveEventsOnly() {
        assertThat(report().baseline().caught()).isEqualTo(1);
    }

    @Test
    void alertAtAnEventThatWasNotSentSaysThatSomethingElseWrites() {
        assertThatThrownBy(() -> verdicts.alert(openedAt("t-0-9")))
                .hasMessageContaining("t-0-9")
                .hasMessageContaining("something else writes to the topic");
    }

    private DemoReport report() {
        return verdicts.report(new Ledger(1), "0123456789abcdef", Map.of("train", 1.0, "stream", 1.0));
    }

    private static Alert openedAt(String eventId) {
        EventRef event = new EventRef(eventId, null, 2L);
        return Alert.newBuilder()
                .setAlertId("alert")
                .setWatch("payments")
                .setEntity("ana")
                .setState(AlertState.OPENED)
                .setSeverity(Severity.LOW)
                .setOpeningEvent(event)
                .setLatestEvent(event)
                .setEvents(1)
                .setEvidence(5)
                .setPeakEvidence(5)
                .setLimit(4)
                .setDistance(1)
                .setReferences(2)
                .setReasons(List.of())
                .setModelVersion("m")
                .setModelEpoch(1)
                .setControlVersion(1)
                .build();
    }
}
