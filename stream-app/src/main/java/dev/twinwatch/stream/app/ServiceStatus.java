package dev.twinwatch.stream.app;

import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.stream.control.ControlState;
import dev.twinwatch.stream.control.ModelPointer;
import dev.twinwatch.stream.dashboard.Dashboard;
import dev.twinwatch.stream.dashboard.Status;
import dev.twinwatch.stream.dashboard.Status.LiveModel;
import dev.twinwatch.stream.dashboard.Status.Phase;
import dev.twinwatch.stream.metrics.Counts;
import dev.twinwatch.stream.settings.Settings;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.ThreadMetadata;
import org.jspecify.annotations.Nullable;

/** How the service is, for the page: asks every part when it is asked. */
final class ServiceStatus implements Supplier<Status> {
    private final long startedAt = System.currentTimeMillis();
    private final Settings settings;
    private final Map<String, String> fields;
    private final ControlState control;
    private final Counts counts;
    private final Restarts restarts;
    private final RestoreProgress restoring;
    private final Dashboard dashboard;
    private final Supplier<@Nullable KafkaStreams> streams;

    /** @param streams null while there are none */
    ServiceStatus(
            Settings settings,
            ControlState control,
            Counts counts,
            Restarts restarts,
            RestoreProgress restoring,
            Dashboard dashboard,
            Supplier<@Nullable KafkaStreams> streams) {
        this.settings = settings;
        this.fields = settings.watch().features().stream()
                .filter(feature -> !feature.field().isEmpty())
                .collect(Collectors.toUnmodifiableMap(FeatureSpec::name, FeatureSpec::field));
        this.control = control;
        this.counts = counts;
        this.restarts = restarts;
        this.restoring = restoring;
        this.dashboard = dashboard;
        this.streams = streams;
    }

    @Override
    public Status get() {
        KafkaStreams now = streams.get();
        return new Status(
                settings.watch().name(),
                settings.watch().entity(),
                amount(),
                fields,
                phase(now),
                problem(),
                startedAt,
                control.models().pointer().map(this::model).orElse(null),
                now == null ? 0 : tasks(now, true),
                now == null ? 0 : tasks(now, false),
                restoring.progress(),
                now == null ? null : waiting(now),
                dashboard.brokerAnswers().orElse(null),
                dashboard.registryAnswers().orElse(null),
                counts.events(),
                counts.heldBackEvents(),
                counts.deadLetters(),
                dashboard.rates());
    }

    private @Nullable String amount() {
        String field = settings.watch().alerts().amount();
        return field.isEmpty() ? null : field;
    }

    /** A pointer holds once its bundle is here. */
    private LiveModel model(ModelPointer live) {
        double trained =
                control.models().bundle(live.version()).orElseThrow().model().limit();
        return new LiveModel(
                live.version(),
                live.epoch(),
                live.at().toEpochMilli(),
                control.limits().newest(live.version()).orElse(trained),
                trained);
    }

    private Phase phase(@Nullable KafkaStreams now) {
        if (!restarts.gaveUp().isEmpty()) {
            return Phase.GAVE_UP;
        }
        if (!restoring.restored()) {
            return Phase.RESTORING;
        }
        return now != null && now.state() == KafkaStreams.State.RUNNING ? Phase.RUNNING : Phase.STARTING;
    }

    private String problem() {
        if (!restarts.gaveUp().isEmpty()) {
            return restarts.gaveUp();
        }
        int failures = restarts.inARow();
        return failures == 0
                ? ""
                : "the stream failed " + failures + " times in the last minutes and is tried again; the log says why";
    }

    private static int tasks(KafkaStreams now, boolean active) {
        return now.metadataForLocalThreads().stream()
                .map(active ? ThreadMetadata::activeTasks : ThreadMetadata::standbyTasks)
                .mapToInt(java.util.Set::size)
                .sum();
    }

    /** Kafka's consumers know how far behind they are in each partition of the events that is theirs. */
    private @Nullable Long waiting(KafkaStreams now) {
        Long sum = null;
        for (Metric metric : now.metrics().values()) {
            var tags = metric.metricName().tags();
            if (metric.metricName().name().equals("records-lag")
                    && metric.metricValue() instanceof Double lag
                    && !lag.isNaN()
                    // Kafka writes dots in topic names as underscores there.
                    && String.valueOf(tags.get("topic"))
                            .replace('.', '_')
                            .equals(settings.topics().events().replace('.', '_'))) {
                sum = (sum == null ? 0 : sum) + lag.longValue();
            }
        }
        return sum;
    }
}
