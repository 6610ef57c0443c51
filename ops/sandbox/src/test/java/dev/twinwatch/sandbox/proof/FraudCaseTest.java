package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.AlertState;
import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.stream.app.Main;
import dev.twinwatch.stream.app.Service;
import dev.twinwatch.stream.feedback.FeedbackWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people say to a running service; each test takes back what it said. */
class FraudCaseTest {
    private static final List<Payment> PAYMENTS = CardPayments.stream();

    @TempDir
    static Path folder;

    private static Rig rig;
    private static Service service;
    private static List<Alert> opened;

    @BeforeAll
    static void startAndWaitUntilAllIsDecided() throws Exception {
        rig = Rig.start(folder);
        try (PaymentSender sender = rig.sender();
                Follower<Score> scores = rig.scores();
                Follower<Alert> alerts = rig.alerts()) {
            service = rig.startService();
            sender.send(PAYMENTS);
            scores.await(PAYMENTS.size());
            opened = alerts.await(2).stream()
                    .filter(alert -> alert.getState() == AlertState.OPENED)
                    .toList();
        }
    }

    @AfterAll
    static void stop() {
        service.close();
        rig.close();
    }

    @AfterEach
    void nothingFailed() {
        assertThat(service.health().failures()).isZero();
    }

    @Test
    void whatIsSaidOfAnAlertIsACaseForTheRunningServiceUntilItIsTakenBack() throws Exception {
        FeedbackWriter people = new FeedbackWriter(rig.settings(), rig.schemas());

        people.aboutAlert(opened.get(0), Label.FRAUD, "proof", null);
        awaitCases(1);
        people.aboutAlert(opened.get(0), Label.LEGITIMATE, "proof", null);
        awaitCases(0);
    }

    @Test
    void labelsOfAFileByTransactionCountOnceOrAreKeptForTraining() throws Exception {
        String flagged = opened.get(1).getOpeningEvent().getEventId();
        String enrolled = PAYMENTS.get(0).paymentId();
        try (Follower<Audit> audits = rig.follow(rig.settings().topics().audit(), Audit.class)) {
            String labels = "event_id,label\n%s,%s\n%s,LEGITIMATE\nnobody-knows,FRAUD\n";

            assertThat(hear(labels.formatted(flagged, "FRAUD", enrolled))).isZero();
            awaitCases(1);
            assertThat(hear(labels.formatted(flagged, "FRAUD", enrolled))).isZero();
            assertThat(hear(labels.formatted(flagged, "LEGITIMATE", enrolled))).isZero();
            awaitCases(0);

            assertThat(audits.toTheEnd())
                    .filteredOn(audit -> audit.getWho().equals("bank"))
                    .extracting(audit -> audit.getWhat() + " " + audit.getAfter())
                    .containsExactlyInAnyOrder(
                            "feedback/" + flagged + " TAKEN_OUT",
                            "feedback/" + enrolled + " KEPT_FOR_TRAINING",
                            "feedback/" + flagged + " REPEATED",
                            "feedback/" + enrolled + " KEPT_FOR_TRAINING",
                            "feedback/" + flagged + " CONTRADICTED: ABSORBED",
                            "feedback/" + enrolled + " KEPT_FOR_TRAINING");
        }
        assertThat(Files.readAllLines(folder.resolve("labels.csv.rejects.csv")))
                .hasSize(2)
                .anyMatch(line -> line.contains("line 4 names event nobody-knows"));
    }

    @Test
    void whenAFraudOfOneEntityHappenedIsFoundAmongTheScores() throws Exception {
        Payment early = PAYMENTS.stream()
                .filter(payment ->
                        opened.stream().noneMatch(alert -> alert.getEntity().equals(payment.customer())))
                .filter(payment -> !payment.customer().equals(PAYMENTS.get(0).customer()))
                .findFirst()
                .orElseThrow();

        try (Follower<Audit> audits = rig.follow(rig.settings().topics().audit(), Audit.class)) {
            String config = rig.settingsFile().toString();
            assertThat(Main.run(
                            "feedback",
                            "--config",
                            config,
                            "--entity",
                            early.customer(),
                            "--event",
                            early.paymentId(),
                            "--fraud",
                            "--who",
                            "teller"))
                    .isZero();

            assertThat(audits.await(audit -> audit.getWho().equals("teller"), 1))
                    .extracting(Audit::getAfter)
                    .containsExactly("TAKEN_OUT");
        }
    }

    private static int hear(String labels) throws Exception {
        Path file = Files.writeString(folder.resolve("labels.csv"), labels);
        return Main.run(
                "feedback", "--config", rig.settingsFile().toString(), "--file", file.toString(), "--who", "bank");
    }

    private static void awaitCases(int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        service.metrics().get("twinwatch.fraud.cases").gauge().value() == count);
    }
}
