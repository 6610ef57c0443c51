package dev.twinwatch.sandbox.proof;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.AlertState;
import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Limits;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.app.Service;
import dev.twinwatch.stream.control.ModelPublisher;
import dev.twinwatch.stream.control.OrderPublisher;
import dev.twinwatch.stream.feedback.FeedbackWriter;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.settings.Topics;
import dev.twinwatch.trainer.app.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stream of which people say what they think while it runs: the first half is decided, then one alert is called fraud and another
 * legitimate, two customers are snoozed and reset, and a lower limit is announced for the last quarter; at the end one more is called
 * legitimate. A backtest of the same topics follows.
 */
class BacktestOfControlTest {
    private static final List<Payment> PAYMENTS = CardPayments.stream();
    private static final int HALF = PAYMENTS.size() / 2;
    /** So low that there are alerts enough to speak of and to compare. */
    private static final double TRAINED = 1;

    private static final double LOWER = .5;
    private static final byte[] BUNDLE = limited();

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void start() throws Exception {
        rig = Rig.start(folder);
        new ModelPublisher(rig.settings(), rig.schemas()).publish(BUNDLE, "proof", "");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void aBacktestOfTheTopicsOfEventsControlAndFeedbackGivesTheAlertsOfTheServiceOneByOne() throws Exception {
        List<Alert> alerts;
        List<Score> scores;
        try (PaymentSender sender = rig.sender();
                Follower<Score> scored = rig.scores();
                Follower<Alert> alerted = rig.alerts()) {
            try (Service service = rig.startService()) {
                sender.send(PAYMENTS.subList(0, HALF));
                scored.await(HALF);
                peopleSpeak(service, opened(alerted.toTheEnd()));
                sender.send(PAYMENTS.subList(HALF, PAYMENTS.size()));
                scored.await(PAYMENTS.size());
                oneMoreWord(opened(alerted.toTheEnd()));
                assertThat(service.health().failures()).isZero();
            }
            alerts = alerted.toTheEnd();
            scores = scored.toTheEnd();
        }

        Map<String, BacktestedAlert> live = BacktestedAlert.ofService(alerts, scores);
        assertThat(backtest("told.csv", "--control", control(), "--feedback", feedback()))
                .isEqualTo(live);
        assertThat(backtest("untold.csv"))
                .as("what was said changed the alerts, else this would compare little")
                .isNotEqualTo(live);
        assertThat(live.values()).extracting(BacktestedAlert::limit).contains("1.000000", "0.500000");
    }

    private void peopleSpeak(Service service, List<Alert> opened) throws Exception {
        FeedbackWriter people = new FeedbackWriter(rig.settings(), rig.schemas());
        assertThat(opened).as("alerts to speak of").hasSizeGreaterThan(1);
        people.aboutAlert(opened.get(0), Label.FRAUD, "proof", null);
        people.aboutAlert(opened.get(1), Label.LEGITIMATE, "proof", null);
        awaitHeard(2);
        awaitGauge(service, "twinwatch.fraud.cases", 1);

        List<String> next = customersWithAlertsInTheSecondHalf();
        OrderPublisher orders = new OrderPublisher(rig.settings(), rig.schemas(), "proof", "");
        orders.snooze(next.get(0), Instant.ofEpochMilli(payment(.9).paidAt()));
        orders.reset(next.get(1));
        announce(new Limits("all", LOWER, Instant.ofEpochMilli(payment(.75).paidAt()), Sha256.of(BUNDLE), TRAINED));
        // The topic is read in its order: who knows the limit knows the orders before it.
        awaitGauge(service, "twinwatch.limit", LOWER);
    }

    private void oneMoreWord(List<Alert> opened) throws Exception {
        new FeedbackWriter(rig.settings(), rig.schemas())
                .aboutAlert(opened.get(opened.size() - 1), Label.LEGITIMATE, "proof", null);
        awaitHeard(3);
    }

    private static List<Alert> opened(List<Alert> alerts) {
        return alerts.stream()
                .filter(alert -> alert.getState() == AlertState.OPENED)
                .toList();
    }

    /** As the engine alone decides: so that what is ordered for them changes something. */
    private static List<String> customersWithAlertsInTheSecondHalf() {
        Set<String> late = PAYMENTS.subList(HALF, PAYMENTS.size()).stream()
                .map(Payment::paymentId)
                .collect(toCollection(LinkedHashSet::new));
        List<String> customers = Decisions.ofEngine(BUNDLE, PAYMENTS).alerts().values().stream()
                .flatMap(List::stream)
                .filter(change -> change.state().equals("OPENED") && late.contains(change.openingEvent()))
                .map(AlertChange::entity)
                .distinct()
                .sorted()
                .toList();
        assertThat(customers).as("customers to order something for").hasSizeGreaterThan(1);
        return customers;
    }

    private static byte[] limited() {
        Bundle bundle = BundleFile.read(CardPayments.bundle());
        try {
            return BundleFile.write(
                    bundle.model().calibrated(bundle.model().fusion(), TRAINED),
                    bundle.alerting(),
                    bundle.provenance(),
                    bundle.golden());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Payment payment(double part) {
        return PAYMENTS.get((int) (part * PAYMENTS.size()));
    }

    private void announce(Limits limits) throws Exception {
        String topic = rig.settings().topics().control();
        try (Producer<byte[], byte[]> producer = new Clients(rig.settings()).producer();
                AvroSerializer<Control> serializer = new AvroSerializer<>(rig.schemas())) {
            Control announced = new Control(Instant.EPOCH, "proof", "", limits);
            producer.send(new ProducerRecord<>(
                            topic,
                            "limits/all".getBytes(StandardCharsets.UTF_8),
                            serializer.serialize(topic, announced)))
                    .get();
        }
    }

    private void awaitHeard(int count) throws Exception {
        try (Follower<Audit> audits = rig.follow(rig.settings().topics().audit(), Audit.class)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> audits.toTheEnd().stream()
                                    .filter(audit -> audit.getWhat().startsWith("feedback/"))
                                    .count()
                            == count);
        }
    }

    private static void awaitGauge(Service service, String name, double value) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> service.metrics().get(name).gauge().value() == value);
    }

    private Map<String, BacktestedAlert> backtest(String table, String... interventions) throws Exception {
        Path bundle = Files.write(folder.resolve("model.bundle"), BUNDLE);
        Path out = folder.resolve(table);
        List<String> words = new ArrayList<>(List.of("backtest", "--bundle", bundle.toString()));
        words.addAll(List.of("--events", topic(topics().events()), "--registry", rig.registryUrl()));
        words.addAll(List.of("--out", out.toString()));
        words.addAll(List.of(interventions));
        assertThat(Main.run(words.toArray(String[]::new))).isZero();
        return BacktestedAlert.ofTable(out);
    }

    private String control() throws Exception {
        return topic(topics().control());
    }

    private String feedback() throws Exception {
        return topic(topics().feedback());
    }

    private Topics topics() throws Exception {
        return rig.settings().topics();
    }

    private String topic(String name) {
        return "kafka://" + rig.bootstrapServers() + "/" + name;
    }
}
