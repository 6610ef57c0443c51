package dev.twinwatch.retrainer;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.AlertState;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.sandbox.broker.SandboxBroker;
import dev.twinwatch.sandbox.registry.SandboxRegistry;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.sandbox.simulator.SimulatedStream;
import dev.twinwatch.sandbox.simulator.Simulation;
import dev.twinwatch.sandbox.simulator.Takeover;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.control.ModelPublisher;
import dev.twinwatch.stream.feedback.FeedbackWriter;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.kafka.TopicSetup;
import dev.twinwatch.stream.kafka.WholeTopic;
import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.SettingsFile;
import dev.twinwatch.trainer.app.Training;
import dev.twinwatch.trainer.history.HistoryReader;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.RecordVisitor;
import dev.twinwatch.trainer.training.Hyperparameters;
import dev.twinwatch.trainer.training.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A broker, a registry, and customers of whom crews take over one in four, with a model that learned from their history. */
final class Town implements AutoCloseable {
    /** A low limit of its own, so that there are alerts enough to speak of. */
    private static final String ALERTS = "alerts: {limit: 1.5}";

    private static final int HISTORY = 100;
    private static final SimulatedStream STREAM =
            new Simulation(160, 180, HISTORY, 3).byCrews().run();

    private final Path folder;
    private final int brokerPort;
    private SandboxBroker broker;
    private final SandboxRegistry registry;

    private Town(Path folder, SandboxBroker broker, SandboxRegistry registry) {
        this.folder = folder;
        this.broker = broker;
        this.brokerPort = Integer.parseInt(broker.bootstrapServers().split(":", -1)[1]);
        this.registry = registry;
    }

    /** Starts both; topics exist and a first model is live. */
    static Town start(Path folder, String... moreSettings) throws IOException, InterruptedException {
        Town town = startWithoutModel(folder, moreSettings);
        town.publishFirst();
        return town;
    }

    /** The same before anything was trained. */
    static Town startWithoutModel(Path folder, String... moreSettings) throws IOException, InterruptedException {
        Town town = new Town(
                folder,
                SandboxBroker.start(folder.resolve("broker"), 0, Map.of()),
                SandboxRegistry.start(folder.resolve("registry"), 0));
        town.watch("");
        Files.writeString(
                town.settingsFile(),
                String.join(
                        "\n",
                        "watch: watch.yaml",
                        "kafka.bootstrap-servers: " + town.broker.bootstrapServers(),
                        "kafka.consumer.session.timeout.ms: 6000",
                        "registry.url: " + town.registry.url(),
                        "topics.partitions: 2",
                        "http.port: 0",
                        "retraining.http-port: 0",
                        "drift.trigger: 0",
                        "retraining.iterations: 50",
                        String.join("\n", moreSettings),
                        ""));
        new TopicSetup(town.settings()).prepare(Duration.ofSeconds(20));
        return town;
    }

    /** From now on the watch is that of the demo, without the lines that have these words. */
    void watch(String left) throws IOException {
        String watch = Files.readString(Path.of("..", "sandbox", "watches", "card-payments.yaml"))
                .replaceFirst("alerts: .*", ALERTS);
        String lines = watch.lines()
                .filter(line -> left.isEmpty() || !line.contains(left))
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(folder.resolve("watch.yaml"), lines);
    }

    /** Trains a first model for the watch as it is now, and makes it live. */
    void publishFirst() throws IOException {
        new ModelPublisher(settings(), schemas()).publish(firstModel(), "town", "");
    }

    void stopBroker() {
        broker.close();
    }

    void startBrokerAgain() {
        broker = SandboxBroker.start(folder.resolve("broker"), brokerPort);
    }

    Path settingsFile() {
        return folder.resolve("twinwatch.yaml");
    }

    Settings settings() throws IOException {
        return SettingsFile.read(settingsFile(), Map.of());
    }

    SchemaRegistry schemas() throws IOException {
        return SchemaRegistry.from(settings().registry());
    }

    private byte[] firstModel() throws IOException {
        Layout layout = Layout.of(WatchFile.read(folder.resolve("watch.yaml")));
        EventSource history = new EventSource() {
            @Override
            public String name() {
                return "town";
            }

            @Override
            public void forEach(RecordVisitor visitor) {
                Map<String, Integer> paid = new HashMap<>();
                for (Payment payment : STREAM.payments()) {
                    if (paid.merge(payment.customer(), 1, Integer::sum) <= HISTORY) {
                        visitor.record(payment.columns()::get, new Origin(name(), 0, paid.size(), false));
                    }
                }
            }
        };
        return new Training(layout, Hyperparameters.defaults().withIterations(60))
                .run(HistoryReader.read(history, layout), Progress.SILENT)
                .bundle();
    }

    /** All payments, of each customer the first half of the history as vouched for; returns how many. */
    int sendPayments() throws IOException {
        String topic = settings().topics().events();
        Map<String, Integer> sent = new HashMap<>();
        try (Producer<byte[], byte[]> producer = new Clients(settings()).producer();
                AvroSerializer<IndexedRecord> serializer = new AvroSerializer<>(schemas())) {
            for (Payment payment : STREAM.payments()) {
                var record = new ProducerRecord<>(
                        topic,
                        payment.customer().getBytes(StandardCharsets.UTF_8),
                        serializer.serialize(topic, payment.toAvro()));
                if (sent.merge(payment.customer(), 1, Integer::sum) <= HISTORY / 2) {
                    record.headers().add("twinwatch-enrol", "true".getBytes(StandardCharsets.UTF_8));
                }
                // What is not acknowledged is missing among the outcomes.
                var unused = producer.send(record);
            }
            producer.flush();
        }
        return STREAM.payments().size();
    }

    /** Of each alert the newest state, in the order of their beginnings. */
    List<Alert> alerts() throws IOException {
        Map<String, Alert> alerts = new LinkedHashMap<>();
        read(settings().topics().alerts(), Alert.class, alert -> alerts.put(alert.getAlertId(), alert));
        return alerts.values().stream()
                .filter(alert -> alert.getState() != AlertState.CLOSED || alert.getEvents() > 0)
                .toList();
    }

    /** Says of so many alerts what the simulation knows of them. */
    void tellTheTruthOf(int count) throws IOException, InterruptedException {
        FeedbackWriter people = new FeedbackWriter(settings(), schemas());
        for (Alert alert : alerts().subList(0, count)) {
            people.aboutAlert(alert, isTakeover(alert) ? Label.FRAUD : Label.LEGITIMATE, "analyst", null);
        }
    }

    private static boolean isTakeover(Alert alert) {
        long at = alert.getOpeningEvent().getEventTime().toEpochMilli();
        return STREAM.takeovers().stream().anyMatch(takeover -> covers(takeover, alert.getEntity(), at));
    }

    private static boolean covers(Takeover takeover, String customer, long at) {
        return takeover.customer().equals(customer) && takeover.from() <= at && at <= takeover.to();
    }

    /** All steps of retraining so far. */
    List<Retraining> steps() throws IOException {
        List<Retraining> steps = new ArrayList<>();
        read(settings().topics().retraining(), Retraining.class, steps::add);
        return steps;
    }

    /** All records of one contract that stand on a topic. */
    <T extends SpecificRecord> void read(String topic, Class<T> contract, Consumer<T> each) throws IOException {
        try (AvroDeserializer<T> deserializer = new AvroDeserializer<>(schemas(), contract)) {
            new WholeTopic(new Clients(settings()), topic).read(record -> {
                T value = deserializer.deserialize(record.topic(), record.value());
                if (value != null) {
                    each.accept(value);
                }
            });
        }
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
