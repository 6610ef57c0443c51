package dev.twinwatch.stream.topology;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.cases.FraudCases;
import dev.twinwatch.engine.control.AnnouncedLimits;
import dev.twinwatch.engine.control.EntityOrders;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.registry.InMemorySchemaRegistry;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.app.StreamsProperties;
import dev.twinwatch.stream.control.ControlState;
import dev.twinwatch.stream.control.ModelPointer;
import dev.twinwatch.stream.control.Models;
import dev.twinwatch.stream.metrics.Counts;
import dev.twinwatch.stream.settings.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The whole graph in a test driver; event i of a test happens at minute i. */
final class StreamUnderTest implements AutoCloseable {
    static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    final Models models = new Models();
    final FraudCases cases;
    final EntityOrders orders = new EntityOrders();
    final AnnouncedLimits limits;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Settings settings;
    final List<Score> reviews = new ArrayList<>();
    final TopologyTestDriver driver;
    final TestInputTopic<byte[], byte[]> events;
    final TestInputTopic<String, Feedback> feedback;
    final TestOutputTopic<@Nullable String, Score> scores;
    final TestOutputTopic<String, Alert> alerts;
    final TestOutputTopic<byte[], byte[]> deadLetters;
    final TestOutputTopic<String, Control> control;
    final TestOutputTopic<String, Audit> audit;
    final TestOutputTopic<String, Retraining> retraining;

    StreamUnderTest(Path folder) {
        this(Purchases.WATCH, folder, Map.of());
    }

    StreamUnderTest(Watch watch, Path folder, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(Map.of("state.dir", folder.toString()));
        values.putAll(more);
        settings = Settings.of(watch, values);
        cases = new FraudCases(Layout.of(watch));
        limits = new AnnouncedLimits(settings.followsLimits());
        driver = open();
        events = driver.createInputTopic(
                settings.topics().events(), new ByteArraySerializer(), new ByteArraySerializer());
        feedback = driver.createInputTopic(
                settings.topics().feedback(), new StringSerializer(), new AvroSerializer<>(registry));
        scores = driver.createOutputTopic(
                settings.topics().scores(), new StringDeserializer(), new AvroDeserializer<>(registry, Score.class));
        alerts = driver.createOutputTopic(
                settings.topics().alerts(), new StringDeserializer(), new AvroDeserializer<>(registry, Alert.class));
        control = driver.createOutputTopic(
                settings.topics().control(), new StringDeserializer(), new AvroDeserializer<>(registry, Control.class));
        audit = driver.createOutputTopic(
                settings.topics().audit(), new StringDeserializer(), new AvroDeserializer<>(registry, Audit.class));
        retraining = driver.createOutputTopic(
                settings.topics().retraining(),
                new StringDeserializer(),
                new AvroDeserializer<>(registry, Retraining.class));
        deadLetters = driver.createOutputTopic(
                settings.topics().deadLetters(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** What the control topic says. */
    ControlState control() {
        return new ControlState(models, cases, orders, limits);
    }

    private TopologyTestDriver open() {
        Layout layout = Layout.of(settings.watch());
        var topology = new TwinwatchTopology(settings, layout, registry, control(), new Counts(meters), reviews::add);
        var properties = StreamsProperties.of(settings);
        return new TopologyTestDriver(topology.build(properties), properties, START);
    }

    /** Publishes a model as the control reader would after reading its chunks and pointer. */
    Bundle activate(byte[] bundle, long epoch) {
        Bundle read = BundleFile.read(bundle);
        models.add(read);
        models.point(new ModelPointer(read.version(), epoch, 10 * epoch));
        return read;
    }

    /** The same with one that scores along, whose bundle comes later if ever. */
    Bundle activate(byte[] bundle, String shadow, long epoch) {
        Bundle read = BundleFile.read(bundle);
        models.add(read);
        models.point(new ModelPointer(read.version(), shadow, epoch, 10 * epoch, START));
        return read;
    }

    void json(String text) {
        events.pipeInput(new byte[0], text.getBytes(StandardCharsets.UTF_8));
    }

    /** One purchase at a minute after the start. */
    void purchase(String customer, int minute, String place) {
        json(asJson(customer, minute, place));
    }

    static String asJson(String customer, int minute, String place) {
        return "{\"customer\": \"%s\", \"id\": \"%s-%d\", \"at\": %d, \"amount\": 12.5, \"place\": \"%s\"}"
                .formatted(
                        customer,
                        customer,
                        minute,
                        START.plusSeconds(60L * minute).toEpochMilli(),
                        place);
    }

    /** Purchases at home from minute to minute, the last one excluded. */
    void atHome(String customer, int fromMinute, int toMinute) {
        for (int minute = fromMinute; minute < toMinute; minute++) {
            purchase(customer, minute, "home");
        }
    }

    void enrol(String customer, int minute, String place) {
        var headers = new RecordHeaders();
        headers.add("twinwatch-enrol", "true".getBytes(StandardCharsets.UTF_8));
        var value = asJson(customer, minute, place).getBytes(StandardCharsets.UTF_8);
        events.pipeInput(new TestRecord<>(new byte[0], value, headers));
    }

    void say(Label label, String entity, @Nullable String alertId, @Nullable String eventId) {
        say(label, entity, alertId, eventId, null);
    }

    void say(
            Label label,
            String entity,
            @Nullable String alertId,
            @Nullable String eventId,
            @Nullable Instant eventTime) {
        var about = new Feedback(entity, alertId, eventId, eventTime, START, label, "tester", null, null);
        feedback.pipeInput("any key", about);
    }

    void say(Feedback about) {
        feedback.pipeInput("any key", about);
    }

    List<String> outcomes() {
        return scores.readValuesToList().stream()
                .map(score -> score.getOutcome().name())
                .toList();
    }

    double counted(String name, String tag, String value) {
        return meters.get(name).tag(tag, value).counter().count();
    }

    @Override
    public void close() {
        driver.close();
    }
}
