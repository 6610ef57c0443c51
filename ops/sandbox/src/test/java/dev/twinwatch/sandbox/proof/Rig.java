package dev.twinwatch.sandbox.proof;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.sandbox.broker.SandboxBroker;
import dev.twinwatch.sandbox.registry.SandboxRegistry;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.stream.app.Service;
import dev.twinwatch.stream.control.ModelPublisher;
import dev.twinwatch.stream.kafka.TopicSetup;
import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.SettingsFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/** A broker, a registry and the settings of a service that uses both, in one folder. */
final class Rig implements AutoCloseable {
    private final Path folder;
    private final String moreSettings;
    private final int brokerPort;
    private final int registryPort;
    private Path watch = CardPayments.WATCH_FILE;
    private SandboxBroker broker;
    private SandboxRegistry registry;

    private Rig(Path folder, SandboxBroker broker, SandboxRegistry registry, String moreSettings) {
        this.folder = folder;
        this.moreSettings = moreSettings;
        this.broker = broker;
        this.brokerPort = Integer.parseInt(broker.bootstrapServers().split(":", -1)[1]);
        this.registry = registry;
        this.registryPort = URI.create(registry.url()).getPort();
    }

    /** Starts both; topics exist and the model is live before the service starts. */
    static Rig start(Path folder) throws IOException, InterruptedException {
        return start(folder, "", Map.of());
    }

    /**
     * As {@link #start(Path)}.
     *
     * @param moreSettings lines of the settings file
     * @param ofBroker settings of the broker by Kafka's names
     */
    static Rig start(Path folder, String moreSettings, Map<String, String> ofBroker)
            throws IOException, InterruptedException {
        Rig rig = withoutModel(folder, moreSettings, ofBroker);
        new ModelPublisher(rig.settings(), rig.schemas()).publish(CardPayments.bundle(), "proof", "");
        return rig;
    }

    /** With topics for any watch of this name. */
    static Rig withoutModel(Path folder, String moreSettings, Map<String, String> ofBroker)
            throws IOException, InterruptedException {
        SandboxRegistry registry = SandboxRegistry.start(folder.resolve("registry"), 0);
        SandboxBroker broker = SandboxBroker.start(folder.resolve("broker"), 0, ofBroker);
        Rig rig = new Rig(folder, broker, registry, moreSettings);
        Files.writeString(rig.settingsFile(), rig.settingsText());
        new TopicSetup(rig.settings()).prepare(Duration.ofSeconds(20));
        return rig;
    }

    /** Another watch file for whatever starts from now on. */
    void watch(Path file) throws IOException {
        watch = file;
        Files.writeString(settingsFile(), settingsText());
    }

    Path settingsFile() {
        return folder.resolve("twinwatch.yaml");
    }

    Settings settings() throws IOException {
        return SettingsFile.read(settingsFile(), Map.of());
    }

    // With a name of its own, an instance that was killed takes its place in the group back at once; without, everybody
    // waits until its session has ended.
    private String settingsText() {
        return String.join(
                "\n",
                "watch: " + watch,
                "kafka.bootstrap-servers: " + broker.bootstrapServers(),
                // The least that the broker allows: how long a thread that failed is waited for.
                "kafka.consumer.session.timeout.ms: 6000",
                "registry.url: " + registry.url(),
                "topics.partitions: 2",
                "state.dir: state",
                "stream.commit-interval: 50ms",
                "instance.id: proof",
                "http.port: 0",
                moreSettings,
                "");
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    String registryUrl() {
        return registry.url();
    }

    SchemaRegistry schemas() throws IOException {
        return SchemaRegistry.from(settings().registry());
    }

    PaymentSender sender() throws IOException {
        return new PaymentSender(settings(), schemas());
    }

    Follower<Score> scores() throws IOException {
        return follow(settings().topics().scores(), Score.class);
    }

    Follower<Alert> alerts() throws IOException {
        return follow(settings().topics().alerts(), Alert.class);
    }

    /** Reads records of one contract. */
    <T extends SpecificRecord> Follower<T> follow(String topic, Class<T> contract) throws IOException {
        var deserializer = new AvroDeserializer<>(schemas(), contract);
        return new Follower<>(
                settings(),
                topic,
                record -> Objects.requireNonNull(
                        deserializer.deserialize(record.topic(), record.value()), "a record without a value"));
    }

    /** Waits until the audit says so often that the record at that offset of the control topic was refused. */
    List<Audit> awaitRefusals(long offset, int times) throws IOException {
        try (Follower<Audit> audits = follow(settings().topics().audit(), Audit.class)) {
            String what = "refused/" + offset;
            return audits.await(audit -> audit.getWhat().equals(what), times);
        }
    }

    Follower<DeadLetter> deadLetters() throws IOException {
        return new Follower<>(settings(), settings().topics().deadLetters(), DeadLetter::of);
    }

    /** Its log stays after the test, for whoever looks for the reason of a failure. */
    ServiceProcess startServiceProcess() throws IOException {
        return ServiceProcess.start(settingsFile(), Path.of("target", "service-of-proof.log"));
    }

    /** An instance beside it, with a name and a state of its own. */
    ServiceProcess startServiceProcess(String instance) throws IOException {
        Path own = folder.resolve(instance + ".yaml");
        Files.writeString(
                own,
                settingsText()
                        .replace("instance.id: proof", "instance.id: " + instance)
                        .replace("state.dir: state", "state.dir: state-" + instance));
        return ServiceProcess.start(own, Path.of("target", "service-of-proof-" + instance + ".log"));
    }

    /** Makes another model the live one. */
    ModelPublisher.Published publish(byte[] bundle) throws IOException {
        return new ModelPublisher(settings(), schemas()).publish(bundle, "proof", "a change");
    }

    /** The same service inside this process. */
    Service startService() throws IOException, InterruptedException {
        Service service = new Service(settings());
        service.start();
        return service;
    }

    void stopRegistry() {
        registry.close();
    }

    void startRegistryAgain() {
        registry = SandboxRegistry.start(folder.resolve("registry"), registryPort);
    }

    void stopBroker() {
        broker.close();
    }

    void startBrokerAgain() {
        broker = SandboxBroker.start(folder.resolve("broker"), brokerPort);
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
