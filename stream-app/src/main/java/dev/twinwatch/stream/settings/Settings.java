package dev.twinwatch.stream.settings;

import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.serde.SerdeSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that the service is told from outside; {@link Setting} lists the keys with their defaults.
 *
 * @param watch what is watched
 * @param topics names
 * @param kafka properties for every Kafka client; may hold passwords, so never log it
 * @param registry properties for the client of the schema registry; may hold passwords
 * @param partitions of the topics by entity
 * @param createTopics whether missing topics are created
 * @param scores whether the outcome of every event is written
 * @param limitsFollow whether the limit of evidence follows a budget
 * @param stream how the stream runs
 * @param state where state is kept
 * @param reviewPerDay how many events below the limit are offered for review on a usual day
 * @param gates how much worse a model may be that takes the place of the live one
 * @param httpHost address of the API
 * @param httpPort port of the API; 0: any free one
 * @param httpNames host names under which the page may be opened, beside localhost
 * @param driftTrigger stability index over which drift leads to a retraining; 0: never
 * @param retraining when and how a model is trained anew
 * @param recordBytes largest event that is read, in bytes
 */
public record Settings(
        Watch watch,
        Topics topics,
        Map<String, String> kafka,
        Map<String, String> registry,
        int partitions,
        boolean createTopics,
        boolean scores,
        boolean limitsFollow,
        StreamSettings stream,
        StateSettings state,
        int reviewPerDay,
        ReleaseGates gates,
        String httpHost,
        int httpPort,
        List<String> httpNames,
        double driftTrigger,
        RetrainingSettings retraining,
        int recordBytes) {

    /**
     * Largest time for which a step waits for something outside before it gives its transaction up. Below the 10 s after
     * which Kafka Streams lets the broker abort a transaction; a longer outage is waited for between attempts.
     */
    public static final Duration PATIENCE = Duration.ofSeconds(8);

    /**
     * Settings from text by key; what is not given has its default.
     *
     * @throws SettingsException with all problems
     */
    public static Settings of(Watch watch, Map<String, String> given) {
        Values values = new Values(given);
        Settings settings = new Settings(
                watch,
                Topics.of(watch.name()).readingFrom(values.text(Setting.EVENTS)),
                kafka(values),
                registry(values),
                values.integer(Setting.PARTITIONS, 1, 1000),
                values.flag(Setting.CREATE_TOPICS),
                values.flag(Setting.SCORES),
                values.flag(Setting.LIMITS_FOLLOW),
                new StreamSettings(
                        values.integer(Setting.THREADS, 1, 256),
                        values.choice(Setting.GUARANTEE, List.of("exactly_once_v2", "at_least_once")),
                        values.duration(Setting.COMMIT_INTERVAL, Duration.ofMillis(1), Duration.ofSeconds(10)),
                        values.bytes(Setting.CACHE, 0, 1L << 40),
                        values.integer(Setting.STANDBYS, 0, 10),
                        values.integer(Setting.RESTARTS, 1, 1000),
                        values.text(Setting.INSTANCE)),
                new StateSettings(
                        Path.of(values.text(Setting.STATE_DIR)),
                        values.bytes(Setting.STATE_MEMORY, 8 << 20, 1L << 40),
                        values.duration(Setting.RETENTION, Duration.ofMinutes(2), Duration.ofDays(3650))),
                values.integer(Setting.REVIEW, 0, 10_000),
                new ReleaseGates(
                        values.number(Setting.RECALL_LOST, 0, 1), values.number(Setting.FALSE_ALERTS, 0.01, 1000)),
                values.text(Setting.HTTP_HOST),
                values.integer(Setting.HTTP_PORT, 0, 65535),
                Arrays.stream(values.text(Setting.HTTP_NAMES).split(","))
                        .map(String::trim)
                        .filter(name -> !name.isEmpty())
                        .toList(),
                values.number(Setting.DRIFT_TRIGGER, 0, 100),
                RetrainingSettings.of(values),
                (int) values.bytes(Setting.RECORD_BYTES, 1 << 10, 64 << 20));
        values.refuseProblems();
        return settings;
    }

    private static Map<String, String> kafka(Values values) {
        Map<String, String> properties = new HashMap<>(values.below("kafka."));
        properties.put("bootstrap.servers", values.text(Setting.BOOTSTRAP));
        return Map.copyOf(properties);
    }

    /** All attempts for one schema end within {@link #PATIENCE}, since a transaction waits meanwhile. */
    private static Map<String, String> registry(Values values) {
        String urls = values.text(Setting.REGISTRY);
        // Each attempt asks one address after the other.
        long addresses = urls.chars().filter(c -> c == ',').count() + 1;
        Map<String, String> properties = new HashMap<>(Map.of(
                "http.connect.timeout.ms", "1000",
                "http.read.timeout.ms", String.valueOf(Math.max(1, 2_000 / addresses)),
                "max.retries", "2"));
        Map<String, String> below = values.below("registry.");
        RegistryKeys.problems(below).forEach(values::problem);
        below.forEach((key, value) -> properties.put(RegistryKeys.ofClient(key), value));
        properties.put("schema.registry.url", urls);
        return Map.copyOf(properties);
    }

    /** How the service writes records of contracts. */
    public SerdeSettings serde() {
        return RegistryKeys.serde(registry);
    }

    /** Whether the limit follows the budget: it must be one, and days of events must be known. */
    public boolean followsLimits() {
        return limitsFollow && watch.alerts().limit().isEmpty() && watch.hasCalendar();
    }

    /** Whether drift is measured: days of events must be known. */
    public boolean measuresDrift() {
        return watch.hasCalendar();
    }

    /** Names the consumer group, the transactions and the folder of the state. */
    public String applicationId() {
        return "twinwatch-" + watch.name();
    }

    /** Without the properties, which may hold passwords. */
    @Override
    public String toString() {
        return "Settings[watch=" + watch.name() + ", bootstrap=" + kafka.get("bootstrap.servers") + ", events="
                + topics.events() + ", partitions=" + partitions + ", " + stream + ", " + state + "]";
    }
}
