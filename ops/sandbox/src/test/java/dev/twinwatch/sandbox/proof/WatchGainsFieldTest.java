package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.detection.InMemoryStates;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.stream.app.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The watch of a service with thousands of events behind it gains the device of each payment. The service goes on with the model
 * of before, and takes up one that reads devices while events stream.
 */
class WatchGainsFieldTest {
    private static final List<Payment> PAYMENTS = CardPayments.stream();
    private static final int BEFORE = 5_000;
    private static final int BY_THE_MODEL_OF_BEFORE = 2_000;
    private static final int MISTAKEN = 3_500;

    @TempDir
    Path folder;

    @Test
    void nobodyIsColdAndEveryScoreIsThatOfTheModelItNames() throws Exception {
        Path file = withoutDevices();
        Layout then = Layout.of(WatchFile.read(file));
        byte[] without = CardPayments.bundle(then, 60);
        List<Score> written;
        List<Alert> alerted;
        try (Rig rig = Rig.withoutModel(folder, "", Map.of());
                PaymentSender sender = rig.sender();
                Follower<Score> scores = rig.scores();
                Follower<Alert> alerts = rig.alerts()) {
            rig.watch(file);
            rig.publish(without);
            try (Service service = rig.startService()) {
                sender.send(PAYMENTS.subList(0, BEFORE));
                scores.await(BEFORE);
                assertThat(service.health().failures()).isZero();
            }

            rig.watch(CardPayments.WATCH_FILE);
            try (Service service = rig.startService()) {
                sender.send(PAYMENTS.subList(BEFORE, BEFORE + BY_THE_MODEL_OF_BEFORE));
                scores.await(BEFORE + BY_THE_MODEL_OF_BEFORE);
                rig.publish(CardPayments.bundle());
                sender.send(PAYMENTS.subList(BEFORE + BY_THE_MODEL_OF_BEFORE, PAYMENTS.size()));
                scores.await(PAYMENTS.size());
                assertThat(service.health().failures()).isZero();
            }
            written = scores.toTheEnd();
            alerted = alerts.toTheEnd();
        }

        assertThat(known(written.subList(0, BEFORE))).isNotEmpty();
        assertThat(learningOf(written.subList(BEFORE, written.size()), known(written.subList(0, BEFORE))))
                .as("entities that were scored before and are learned again")
                .isEmpty();
        assertThat(Decisions.written(written, alerted).differencesFrom(engine(then, without, models(written))))
                .isEmpty();
        assertThat(models(written).values())
                .contains(BundleFile.read(CardPayments.bundle()).version());
    }

    @Test
    @Tag("long")
    void aFieldThatWasAddedByMistakeIsTakenOutAgainThoughNoModelEverReadIt() throws Exception {
        Path file = withoutDevices();
        try (Rig rig = Rig.withoutModel(folder, "", Map.of());
                PaymentSender sender = rig.sender();
                Follower<Score> scores = rig.scores()) {
            rig.watch(file);
            rig.publish(CardPayments.bundle(Layout.of(WatchFile.read(file)), 60));
            int sent = 0;
            for (Path watch : List.of(file, CardPayments.WATCH_FILE, file)) {
                rig.watch(watch);
                try (Service service = rig.startService()) {
                    sender.send(PAYMENTS.subList(sent, sent + MISTAKEN));
                    sent += MISTAKEN;
                    scores.await(sent);
                    assertThat(service.health().failures()).isZero();
                }
            }

            List<Score> written = scores.toTheEnd();
            Set<String> known = known(written.subList(0, MISTAKEN));
            assertThat(known).isNotEmpty();
            assertThat(learningOf(written.subList(MISTAKEN, written.size()), known))
                    .isEmpty();
        }
    }

    @Test
    @Tag("long")
    void aServiceWhoseWatchLostWhatTheLiveModelReadsEndsWithTheReasonAndGoesOnOnceItIsBack() throws Exception {
        try (Rig rig = Rig.start(folder);
                PaymentSender sender = rig.sender();
                Follower<Score> scores = rig.scores()) {
            try (Service service = rig.startService()) {
                sender.send(PAYMENTS.subList(0, 100));
                scores.await(100);
                assertThat(service.health().failures()).isZero();
            }

            rig.watch(withoutDevices());
            try (Service service = rig.startService()) {
                assertThat(service.awaitEnd())
                        .contains("gave up: ", "reads device, new-device", "change the watch back");
            }

            rig.watch(CardPayments.WATCH_FILE);
            try (Service service = rig.startService()) {
                sender.send(PAYMENTS.subList(100, 200));
                scores.await(200);
                assertThat(service.health().failures()).isZero();
            }
        }
    }

    /** The engine alone: first under the watch as it was, then under the one of now, with the model that each score names. */
    private static Decisions engine(Layout then, byte[] without, Map<String, String> models) {
        Bundle before = BundleFile.read(without);
        Bundle after = BundleFile.read(CardPayments.bundle());
        Layout now = Layout.of(after.model().layout().watch());
        now.remember(then);
        InMemoryStates states = new InMemoryStates();
        Detector first = new Detector(then, states, Detector.KEPT_REFERENCES);
        Detector second = new Detector(now, states, Detector.KEPT_REFERENCES);
        Scorer old = new Scorer(before.model());
        Scorer oldWithGained = new Scorer(before.model().keptIn(now));
        Scorer renewed = new Scorer(after.model());
        return Decisions.of(PAYMENTS, (payment, row, enrol) -> {
            if (row < BEFORE) {
                return first.onEvent(old, CardPayments.event(then, payment, row, enrol));
            }
            boolean byOld = before.version().equals(models.get(payment.paymentId()));
            return second.onEvent(byOld ? oldWithGained : renewed, CardPayments.event(now, payment, row, enrol));
        });
    }

    private Path withoutDevices() throws IOException {
        String yaml = Files.readString(CardPayments.WATCH_FILE)
                .lines()
                .filter(line -> !line.contains("field: device"))
                .collect(Collectors.joining("\n", "", "\n"));
        return Files.writeString(folder.resolve("before.yaml"), yaml);
    }

    private static Map<String, String> models(List<Score> scores) {
        Map<String, String> models = new HashMap<>();
        scores.forEach(score -> models.put(score.getEventId(), score.getModelVersion()));
        return models;
    }

    private static Set<String> known(List<Score> scores) {
        return scores.stream()
                .filter(score -> Verdict.of(score).outcome().equals("SCORED"))
                .map(Score::getEntity)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> learningOf(List<Score> scores, Set<String> known) {
        return scores.stream()
                .filter(score -> Verdict.of(score).outcome().equals("LEARNING"))
                .map(Score::getEntity)
                .filter(known::contains)
                .collect(Collectors.toSet());
    }
}
