package dev.twinwatch.sandbox.page;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.AlertState;
import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.EventRef;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Reason;
import dev.twinwatch.contracts.Severity;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.sandbox.demo.Servers;
import dev.twinwatch.sandbox.startup.LoopbackPort;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.app.Service;
import dev.twinwatch.stream.control.ModelPublisher;
import dev.twinwatch.stream.control.Place;
import dev.twinwatch.stream.control.Releases;
import dev.twinwatch.stream.control.Terms;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.kafka.TopicSetup;
import dev.twinwatch.stream.kafka.WholeTopic;
import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.SettingsFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A broker, a registry and a service whose alerts are written by the test instead of being decided. */
final class Watched implements AutoCloseable {
    private final Servers servers;
    private final Settings settings;
    private final SchemaRegistry schemas;
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable Service service;

    Watched(Path folder) throws IOException, InterruptedException {
        servers = Servers.start(folder, 0, 0);
        Path file = folder.resolve("twinwatch.yaml");
        Files.writeString(
                file,
                String.join(
                        "\n",
                        "watch: " + Path.of("watches", "card-payments.yaml").toAbsolutePath(),
                        "kafka.bootstrap-servers: " + servers.bootstrapServers(),
                        "registry.url: " + servers.registryUrl(),
                        "topics.partitions: 2",
                        "state.dir: state",
                        "instance.id: page",
                        // The same after a restart, as a page that comes back expects.
                        "http.port: " + LoopbackPort.free(),
                        ""));
        settings = SettingsFile.read(file, Map.of());
        schemas = SchemaRegistry.from(settings.registry());
        new TopicSetup(settings).prepare(Duration.ofSeconds(20));
    }

    void startService() throws InterruptedException {
        Service started = new Service(settings);
        service = started;
        started.start();
    }

    void stopService() {
        Service running = service;
        if (running != null) {
            running.close();
        }
        service = null;
    }

    String address() {
        return "http://127.0.0.1:" + settings.httpPort() + "/";
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address() + path)));
    }

    /** As the page sends it. */
    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** As the command line does, whatever the figures say. */
    ModelPublisher.Published publish(byte[] bundle, Place place) {
        return new ModelPublisher(settings, schemas)
                .publish(bundle, place, Terms.by("cli", "published").force());
    }

    /** Entities of about so many of the newest alerts. */
    List<String> entitiesOfNewestAlerts(long most) {
        List<String> entities = new ArrayList<>();
        new WholeTopic(new Clients(settings), settings.topics().alerts())
                .readNewest(most, record -> entities.add(new String(record.key(), StandardCharsets.UTF_8)));
        return entities;
    }

    /** What is published now. */
    Releases releases() {
        return Releases.read(settings, schemas);
    }

    /** By which models the tasks of the service decide. */
    Set<String> deciding() {
        return Set.copyOf(Objects.requireNonNull(service, "the service runs")
                .models()
                .tasks()
                .versions());
    }

    /** All that was changed so far. */
    List<Audit> audits() {
        List<Audit> told = new ArrayList<>();
        try (AvroDeserializer<Audit> deserializer = new AvroDeserializer<>(schemas, Audit.class)) {
            new WholeTopic(new Clients(settings), settings.topics().audit())
                    .read(record -> told.add(deserializer.deserialize(record.topic(), record.value())));
        }
        return told;
    }

    /** A story of three reasons' length about this entity, opened in that minute of 2026. */
    static Alert alert(String id, String entity, int minute, int events) {
        Instant opened = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * minute);
        return Alert.newBuilder()
                .setAlertId(id)
                .setWatch("card-payments")
                .setEntity(entity)
                .setState(events == 1 ? AlertState.OPENED : AlertState.GROWN)
                .setSeverity(Severity.HIGH)
                .setOpeningEvent(new EventRef("p" + minute, opened, 40L))
                .setLatestEvent(new EventRef("p" + minute + "-" + events, opened.plusSeconds(events), 39L + events))
                .setEvents(events)
                .setEvidence(7.5)
                .setPeakEvidence(8.25)
                .setLimit(4.5)
                .setDistance(0.5)
                .setReferences(6)
                .setReasons(List.of(new Reason(
                        "new-place",
                        "new-place: 2 values never used before",
                        "shop-9",
                        "shop-1",
                        0.75,
                        List.of(),
                        List.of())))
                .setModelVersion("0".repeat(64))
                .setModelEpoch(1)
                .setControlVersion(0)
                .build();
    }

    /** Committed when it returns. */
    void write(Alert... alerts) {
        try (Producer<byte[], byte[]> producer = new Clients(settings).producer()) {
            send(producer, alerts);
        }
    }

    /** Written in a transaction that was aborted. */
    void writeInVain(Alert alert) {
        try (Producer<byte[], byte[]> producer = new Clients(settings).transactional("in-vain")) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, alert);
            producer.flush();
            producer.abortTransaction();
        }
    }

    private void send(Producer<byte[], byte[]> producer, Alert... alerts) {
        String topic = settings.topics().alerts();
        try (AvroSerializer<Alert> serializer = new AvroSerializer<>(schemas)) {
            for (Alert alert : alerts) {
                byte[] key = alert.getEntity().getBytes(StandardCharsets.UTF_8);
                // What is not written is missed by the test.
                var unused = producer.send(new ProducerRecord<>(topic, key, serializer.serialize(topic, alert)));
            }
        }
        producer.flush();
    }

    /** All that was said so far. */
    List<Feedback> feedback() {
        List<Feedback> said = new ArrayList<>();
        try (AvroDeserializer<Feedback> deserializer = new AvroDeserializer<>(schemas, Feedback.class)) {
            new WholeTopic(new Clients(settings), settings.topics().feedback())
                    .read(record -> said.add(deserializer.deserialize(record.topic(), record.value())));
        }
        return said;
    }

    @Override
    public void close() {
        stopService();
        servers.close();
    }
}
