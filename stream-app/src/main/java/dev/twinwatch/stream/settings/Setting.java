package dev.twinwatch.stream.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every setting of the service: its key in the settings file, its default, its unit and its meaning; the one home of all.
 *
 * <p>An environment variable of the name {@link #environment()} overrides the file.
 */
public enum Setting {
    /** The watch file. */
    WATCH("watch", "", "path", "path of the watch file, relative to the settings file"),
    /** Where Kafka is. */
    BOOTSTRAP("kafka.bootstrap-servers", "127.0.0.1:9092", "host:port", "some brokers, separated by commas"),
    /** Where the schema registry is. */
    REGISTRY(
            "registry.url",
            "http://127.0.0.1:8081",
            "URL",
            "base addresses of the schema registry, separated by commas"),
    /** Input topic. */
    EVENTS("topics.events", "", "topic", "topic of the events; <watch>.events.v1 if empty"),
    /** Width of the service's topics. */
    PARTITIONS(
            "topics.partitions",
            "4",
            "partitions",
            "partitions of the topics by entity, 1 to 1000; cannot be changed later without moving state"),
    /** Whether topics are made at start. */
    CREATE_TOPICS("topics.create", "true", "true or false", "whether missing topics of the watch are created at start"),
    /** Whether every outcome is written. */
    SCORES(
            "scores.enabled",
            "true",
            "true or false",
            "whether the outcome of every event is written to <watch>.scores.v1; if not, only those of late events and those"
                    + " for review"),
    /** Local state. */
    STATE_DIR("state.dir", ".twinwatch/state", "path", "folder of the local state, relative to the settings file"),
    /** Native memory. */
    STATE_MEMORY("state.memory", "128MiB", Unit.BYTES, "memory of RocksDB in all: block cache and write buffers"),
    /** Parallelism inside one instance. */
    THREADS("stream.threads", "1", "threads", "stream threads, 1 to 256"),
    /** Exactly once or at least once. */
    GUARANTEE("stream.guarantee", "exactly_once_v2", "", "exactly_once_v2 or at_least_once"),
    /** How often results become visible. */
    COMMIT_INTERVAL("stream.commit-interval", "100ms", Unit.DURATION, "how often transactions are committed"),
    /** Record cache. */
    CACHE("stream.cache-bytes", "64MiB", Unit.BYTES, "record cache of all stream threads together"),
    /** Warm copies. */
    STANDBYS("stream.standby-replicas", "0", "copies", "warm copies of the state on other instances, 0 to 10"),
    /** When to stop trying. */
    RESTARTS(
            "stream.restarts",
            "20",
            "failures",
            "failures in a row after which the service gives up, 1 to 1000; a broker or registry that is away is"
                    + " waited for"),
    /** Static membership. */
    INSTANCE("instance.id", "", "name", "name of this instance, stable over restarts; becomes group.instance.id"),
    /** How long feedback finds what it speaks of. */
    RETENTION("evidence.retention", "30d", Unit.DURATION, "how long the windows of alerts are kept for feedback"),
    /** How many events people are asked about. */
    REVIEW(
            "review.per-day",
            "5",
            "events",
            "events below the limit that are offered for review on a usual day of the model's history, 0 to 10000, 0 for"
                    + " none; one in 1,000 where it has no days"),
    /** How much recall a release may cost. */
    RECALL_LOST(
            "release.most-recall-lost",
            "0.05",
            "share",
            "share of the live model's recall on held-back takeovers that a model which takes its place may lose, 0 to 1"),
    /** How many more false alerts a release may bring. */
    FALSE_ALERTS(
            "release.most-false-alerts",
            "1.5",
            "times",
            "how many times as many false alerts an event a model which takes the live one's place may raise, 0.01 to 1000; one"
                    + " is never too many"),
    /** Address of the API. */
    HTTP_HOST(
            "http.host",
            "127.0.0.1",
            "address",
            "address that the API listens on; anyone who reaches it may read, give feedback and change the model"),
    /** Port of the API. */
    HTTP_PORT("http.port", "8080", "port", "port of the API, 0 to 65535; 0 takes a free one"),
    /** Protection against foreign pages. */
    HTTP_NAMES(
            "http.names",
            "",
            "names",
            "host names under which people open the page, separated by commas; localhost always works"),
    /** Whether the budget is kept. */
    LIMITS_FOLLOW(
            "limits.follow",
            "true",
            "true or false",
            "whether the limit follows the budget while the service runs; if not, the trained one holds"),
    /** When feedback leads to a retraining. */
    RETRAINING_LABELS(
            "retraining.labels",
            "30",
            "labels",
            "new labels after which `twinwatch retrain` trains anew, 1 to 1000000"),
    /** When time does. */
    RETRAINING_EVERY(
            "retraining.every",
            "off",
            Unit.DURATION,
            "the same so long after the last retraining ended, 1m to 3650d, or off"),
    /** How old an event may be that is learned from. */
    RETRAINING_HISTORY(
            "retraining.history",
            "90d",
            Unit.DURATION,
            "how much of the events' time a retraining learns from, 1h to 3650d before the newest"),
    /** How many events are learned from. */
    RETRAINING_MOST_EVENTS(
            "retraining.most-events",
            "5000000",
            "events",
            "the newest events that a retraining reads at most, 1000 to 1000000000"),
    /** What becomes of a model that passed the gates. */
    RETRAINING_PUBLISH(
            "retraining.publish",
            "shadow",
            "",
            "shadow: a retrained model scores along until somebody promotes it; live: it decides at once"),
    /** Gate of recall. */
    RETRAINING_RECALL_LOST(
            "retraining.gates.most-recall-lost",
            "0.05",
            "share",
            "of labelled and of simulated takeovers the candidate may catch fewer than the live model by this share of all,"
                    + " 0 to 1"),
    /** Gate of false alerts. */
    RETRAINING_FALSE_ALERTS(
            "retraining.gates.most-false-alerts",
            "1.5",
            "times",
            "alerts that are false by the labels: the candidate may raise this many times those of the live model, or of the"
                    + " budget where that is more, 0 to 1000; five are never too many"),
    /** How long it learns. */
    RETRAINING_ITERATIONS(
            "retraining.iterations",
            "800",
            "batches",
            "most batches of a training, 1 to 1000000, as in `twinwatch train`"),
    /** Where its metrics are. */
    RETRAINING_PORT(
            "retraining.http-port",
            "8090",
            "port",
            "port of the metrics of `twinwatch retrain`, 0 to 65535; 0 takes a free one"),
    /** When drift leads to a retraining. */
    DRIFT_TRIGGER(
            "drift.trigger",
            "0.25",
            "index",
            "population stability index of a day of genuine events over which a retraining is asked for, at most once a day,"
                    + " 0 to 100; 0 for never"),
    /** Largest input. */
    RECORD_BYTES("limits.record-bytes", "1MiB", Unit.BYTES, "a larger event is unreadable, 1KiB to 64MiB");

    private final String key;
    private final String fallback;
    private final String unit;
    private final String words;

    Setting(String key, String fallback, String unit, String words) {
        this.key = key;
        this.fallback = fallback;
        this.unit = unit;
        this.words = words;
    }

    /** Units that are written behind the number. */
    private static final class Unit {
        static final String DURATION = "ms, s, m, h or d";
        static final String BYTES = "bytes, KiB, MiB or GiB";
    }

    /** As written in the file, with dots for levels. */
    public String key() {
        return key;
    }

    /** What holds where nothing is set; as text, empty for none. */
    public String fallback() {
        return fallback;
    }

    /** What its value counts or is; empty where the meaning says it. */
    public String unit() {
        return unit;
    }

    /** What it is, with its range. */
    public String words() {
        return words;
    }

    /** The environment variable that overrides it. */
    public String environment() {
        return "TWINWATCH_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Whether an environment variable of this name sets one of them. */
    static boolean isEnvironment(String name) {
        return Arrays.stream(values()).anyMatch(s -> s.environment().equals(name));
    }

    static Optional<Setting> of(String key) {
        return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
    }
}
