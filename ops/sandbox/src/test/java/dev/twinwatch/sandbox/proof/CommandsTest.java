package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.AlertState;
import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.EventRef;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Outcome;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.contracts.Severity;
import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.app.Main;
import dev.twinwatch.stream.kafka.Clients;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands as people type them, against a real broker and registry. */
class CommandsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    static Path folder;

    private static Rig rig;

    @BeforeAll
    static void startWithAnAlertOnItsTopic() throws Exception {
        rig = Rig.start(folder);
        String topic = rig.settings().topics().alerts();
        SchemaRegistry registry = rig.schemas();
        try (Producer<byte[], byte[]> producer = new Clients(rig.settings()).producer();
                AvroSerializer<Alert> serializer = new AvroSerializer<>(registry)) {
            byte[] key = "ana".getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(topic, key, serializer.serialize(topic, alert())))
                    .get();
            // Whoever looks for an alert must get past what is none.
            producer.send(new ProducerRecord<>(topic, key, new byte[] {7})).get();
        }
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void feedbackAboutAnAlertFindsOutWhomAndWhichEventItIsAbout() throws Exception {
        int status = run("feedback", "--alert", "a1", "--fraud", "--comment", "card stolen", "--who", "desk 4");

        assertThat(status).isZero();
        assertThat(feedback())
                .filteredOn(said -> "a1".equals(said.getAlertId()))
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.getEntity()).isEqualTo("ana");
                    assertThat(said.getEventId()).isEqualTo("p1");
                    assertThat(said.getEventTime()).isEqualTo(NOON);
                    assertThat(said.getLabel()).isEqualTo(Label.FRAUD);
                    assertThat(said.getWho()).isEqualTo("desk 4");
                    assertThat(said.getComment()).isEqualTo("card stolen");
                });
    }

    @Test
    void feedbackAboutAnEventIsWrittenAsItIsSaid() throws Exception {
        int status = run("feedback", "--event", "p7", "--entity", "ben", "--legitimate");

        assertThat(status).isZero();
        assertThat(feedback())
                .filteredOn(said -> "p7".equals(said.getEventId()))
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.getEntity()).isEqualTo("ben");
                    assertThat(said.getAlertId()).isNull();
                    assertThat(said.getLabel()).isEqualTo(Label.LEGITIMATE);
                    assertThat(said.getWho()).isEqualTo(System.getProperty("user.name"));
                });
    }

    @Test
    void feedbackAboutAnEventThatIsNoLongerKeptSaysWhichValuesItHadAndWhen() throws Exception {
        int status = run(
                "feedback",
                "--event",
                "p9",
                "--entity",
                "ben",
                "--fraud",
                "--at",
                NOON.toString(),
                "--value",
                "place=bar");

        assertThat(status).isZero();
        assertThat(feedback())
                .filteredOn(said -> "p9".equals(said.getEventId()))
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.getEventTime()).isEqualTo(NOON);
                    assertThat(said.getValues()).containsExactly(Map.entry("place", "bar"));
                });
        assertThat(run("feedback", "--event", "p10", "--entity", "ben", "--fraud", "--value", "place=bar"))
                .isEqualTo(1);
    }

    @Test
    void feedbackThatIsAboutNothingThatIsKnownIsNotWritten() throws Exception {
        assertThat(run("feedback", "--alert", "a2", "--fraud")).isEqualTo(1);
        assertThat(run("feedback", "--event", "p8", "--fraud")).isEqualTo(1);

        assertThat(feedback()).noneMatch(said -> "a2".equals(said.getAlertId()) || "p8".equals(said.getEventId()));
    }

    /** Without one it would wait for ever. */
    @Test
    @Timeout(60)
    void eventsForReviewArePrintedAndOtherScoresAreNot() throws Exception {
        String topic = rig.settings().topics().scores();
        try (Producer<byte[], byte[]> producer = new Clients(rig.settings()).producer();
                AvroSerializer<Score> serializer = new AvroSerializer<>(rig.schemas())) {
            byte[] key = "ana".getBytes(StandardCharsets.UTF_8);
            for (boolean review : new boolean[] {false, true}) {
                Score score = Score.newBuilder()
                        .setEntity("ana")
                        .setEventId(review ? "p2" : "p1")
                        .setOutcome(Outcome.SCORED)
                        .setReview(review)
                        .setSourceTopic("payments")
                        .setSourcePartition(0)
                        .setSourceOffset(1)
                        .build();
                producer.send(new ProducerRecord<>(topic, key, serializer.serialize(topic, score)))
                        .get();
            }
        }

        assertThat(run("alerts", "--review", "--from-beginning", "--count", "1"))
                .isZero();
    }

    @Test
    void aPublishedModelIsInTheAuditWithWhoWhyAndWhatItReplaced() throws Exception {
        String version = Sha256.of(CardPayments.bundle());
        Path bundle = Files.write(folder.resolve("model.bundle"), CardPayments.bundle());

        int status = run("models", "publish", "--bundle", bundle.toString(), "--who", "ana", "--why", "second try");

        assertThat(status).isZero();
        List<Audit> audit = audit();
        assertThat(audit).hasSize(2);
        assertThat(audit.get(0).getWho()).as("the rig published the first one").isEqualTo("proof");
        assertThat(audit.get(0).getBefore()).isNull();
        assertThat(audit.get(0).getAfter()).isEqualTo(version);
        assertThat(audit.get(1).getWho()).isEqualTo("ana");
        assertThat(audit.get(1).getWhy()).isEqualTo("second try");
        assertThat(audit.get(1).getWhat()).isEqualTo("model");
        assertThat(audit.get(1).getBefore()).isEqualTo(version);
        assertThat(audit.get(1).getAfter()).isEqualTo(version);
    }

    private static int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", rig.settingsFile().toString()));
        return Main.run(all.toArray(String[]::new));
    }

    private static List<Feedback> feedback() throws Exception {
        try (Follower<Feedback> follower = rig.follow(rig.settings().topics().feedback(), Feedback.class)) {
            return follower.toTheEnd();
        }
    }

    private static List<Audit> audit() throws Exception {
        try (Follower<Audit> follower = rig.follow(rig.settings().topics().audit(), Audit.class)) {
            return follower.toTheEnd();
        }
    }

    private static Alert alert() {
        EventRef event = new EventRef("p1", NOON, 40L);
        return Alert.newBuilder()
                .setAlertId("a1")
                .setWatch("card-payments")
                .setEntity("ana")
                .setState(AlertState.OPENED)
                .setSeverity(Severity.LOW)
                .setOpeningEvent(event)
                .setLatestEvent(event)
                .setEvents(1)
                .setEvidence(4.5)
                .setPeakEvidence(4.5)
                .setLimit(3.0)
                .setDistance(1.2)
                .setReferences(5)
                .setReasons(List.of())
                .setModelVersion("")
                .setModelEpoch(1)
                .setControlVersion(1)
                .build();
    }
}
