package dev.twinwatch.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.detection.InMemoryStates;
import dev.twinwatch.engine.detection.Outcome;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.control.ModelPointer;
import dev.twinwatch.stream.control.Models;
import dev.twinwatch.stream.reading.EventBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same events give the same decisions: live, in a backtest, and again after a crash. */
final class ReplayTest {
    private StreamUnderTest stream;

    @BeforeEach
    void open(@TempDir Path folder) {
        stream = new StreamUnderTest(folder);
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void liveAlertsAreThoseOfTheEngineAlone() {
        Bundle bundle = stream.activate(Purchases.bundle(1), 1);
        List<String> purchases = purchases(600);
        purchases.forEach(stream::json);
        List<String> live = stream.alerts.readValuesToList().stream()
                .map(a -> a.getAlertId() + a.getState() + a.getSeverity() + a.getEvidence() + a.getEvents())
                .toList();

        List<String> alone = new ArrayList<>();
        Detector detector = new Detector(Purchases.LAYOUT, new InMemoryStates(), Detector.KEPT_REFERENCES);
        Scorer scorer = new Scorer(bundle.model());
        for (Event event : events(purchases)) {
            Outcome outcome = detector.onEvent(scorer, event);
            outcome.alert().ifPresent(a -> alone.add(text(a)));
        }

        assertThat(live).hasSizeGreaterThan(20).isEqualTo(alone);
    }

    @Test
    void eventsThatComeAgainAfterACrashAreDuplicates() {
        var step = new StepUnderTest(stream.models);
        List<Event> events = events(purchases(40));
        step.open();
        events.forEach(step::decide);
        step.close();

        step.open();
        events.subList(20, 40).forEach(step::decide);

        assertThat(step.outcomes().subList(40, 60)).containsOnly("DUPLICATE");
    }

    @Test
    void aTaskThatStartsAgainScoresByTheModelInItsStore() {
        var step = new StepUnderTest(stream.models);
        String first = stream.activate(Purchases.bundle(1), 1).version();
        List<Event> events = events(purchases(2));
        step.open();
        step.decide(events.get(0));
        step.close();

        var afterARestart = new Models();
        afterARestart.add(BundleFile.read(Purchases.bundle(2)));
        afterARestart.add(BundleFile.read(Purchases.bundle(1)));
        step.openWith(afterARestart);
        step.decide(events.get(1));

        assertThat(step.scores()).extracting(Score::getModelVersion).containsExactly(first, first);
    }

    @Test
    void aTaskWhoseModelWasReplacedAndRetiredMeanwhileGoesOnWithTheLiveOne() {
        var step = new StepUnderTest(stream.models);
        stream.activate(Purchases.bundle(1), 1);
        List<Event> events = events(purchases(2));
        step.open();
        step.decide(events.get(0));
        step.close();

        var afterARestart = new Models();
        Bundle second = BundleFile.read(Purchases.bundle(2));
        afterARestart.add(second);
        afterARestart.point(new ModelPointer(second.version(), 2, 20));
        step.openWith(afterARestart);
        step.decide(events.get(1));

        assertThat(step.scores()).last().extracting(Score::getModelVersion).isEqualTo(second.version());
    }

    /** Feedback changes references without a look at them, so that a remembered set could pass for the present one. */
    @Test
    void aTaskThatIsRevivedForgetsWhatWasAborted() {
        stream.activate(Purchases.bundle(1), 1);
        List<String> places = new ArrayList<>(Collections.nCopies(12, "home"));
        places.addAll(List.of("a", "b", "c"));
        places.addAll(Collections.nCopies(8, "home"));
        List<Event> events = events(IntStream.range(0, places.size())
                .mapToObj(minute -> StreamUnderTest.asJson("ana", minute, places.get(minute)))
                .toList());
        var straight = new StepUnderTest(stream.models);
        straight.open();
        events.subList(0, 15).forEach(straight::decide);
        straight.hearLegitimate("ana-14");
        events.subList(15, 23).forEach(straight::decide);

        var revived = new StepUnderTest(stream.models);
        revived.open();
        events.subList(0, 15).forEach(revived::decide);
        Map<String, byte[]> committed = revived.snapshot();
        revived.hearLegitimate("ana-13");
        revived.decide(events.get(15));
        revived.close();
        revived.restore(committed);
        revived.open();
        revived.hearLegitimate("ana-14");
        events.subList(15, 23).forEach(revived::decide);

        assertThat(revived.scoreTexts().subList(16, 24))
                .isEqualTo(straight.scoreTexts().subList(15, 23));
    }

    /** Four customers who mostly stay at home; two of them travel now and then. */
    private static List<String> purchases(int count) {
        Random random = new Random(7);
        List<String> purchases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int who = random.nextInt(4);
            boolean away = who < 2 && i > 100 && random.nextInt(4) == 0;
            purchases.add(StreamUnderTest.asJson("c" + who, i, away ? "p" + random.nextInt(1000) : "home" + who));
        }
        return purchases;
    }

    private List<Event> events(List<String> purchases) {
        EventBytes reader = new EventBytes(Purchases.LAYOUT, stream.registry, 1 << 20);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < purchases.size(); i++) {
            Origin origin = new Origin(stream.settings.topics().events(), 0, i, false);
            Reading reading = reader.read(purchases.get(i).getBytes(StandardCharsets.UTF_8), origin);
            events.add(((Reading.Understood) reading).event());
        }
        return events;
    }

    private static String text(Alert a) {
        return a.id() + a.state() + a.severity() + a.evidence() + a.events();
    }
}
