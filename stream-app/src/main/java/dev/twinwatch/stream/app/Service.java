package dev.twinwatch.stream.app;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.api.Health;
import dev.twinwatch.stream.api.HttpApi;
import dev.twinwatch.stream.api.Page;
import dev.twinwatch.stream.control.ControlLog;
import dev.twinwatch.stream.control.ControlReader;
import dev.twinwatch.stream.control.ControlState;
import dev.twinwatch.stream.control.ModelPointer;
import dev.twinwatch.stream.control.Models;
import dev.twinwatch.stream.control.OwnWatch;
import dev.twinwatch.stream.control.RefusalWriter;
import dev.twinwatch.stream.control.TaskModels;
import dev.twinwatch.stream.dashboard.Dashboard;
import dev.twinwatch.stream.feedback.FeedbackWriter;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.kafka.StateTopics;
import dev.twinwatch.stream.kafka.TopicRights;
import dev.twinwatch.stream.kafka.TopicSetup;
import dev.twinwatch.stream.metrics.Counts;
import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.topology.TwinwatchTopology;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service in one process: makes all parts from the settings, starts them in order and stops them again. */
public final class Service implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(9);

    private final Settings settings;
    private final Layout layout;
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Counts counts = new Counts(metrics);
    private final ControlState state;
    private final Restarts restarts;
    private final RestoreProgress restoring = new RestoreProgress();
    private final SchemaRegistry registry;
    private final RefusalWriter refusals;
    private final Dashboard dashboard;
    private final JvmGcMetrics garbage = new JvmGcMetrics();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final HttpApi http;
    private @Nullable ControlReader control;
    private @Nullable KafkaStreamsMetrics streamsMetrics;
    private volatile @Nullable KafkaStreams streams;

    /** Makes what needs no connection. */
    public Service(Settings settings) {
        this.settings = settings;
        this.layout = Layout.of(settings.watch());
        this.state = ControlState.of(layout, settings.followsLimits());
        counts.watchCases(state.cases()::size, state.cases()::beyond);
        this.restarts = new Restarts(settings, counts, ended::countDown);
        this.registry = SchemaRegistry.from(settings.registry());
        this.refusals = new RefusalWriter(settings, registry);
        this.dashboard = new Dashboard(settings, registry, counts);
        this.http = new HttpApi(this::health, metrics, page());
        new JvmMemoryMetrics().bindTo(metrics);
        new JvmThreadMetrics().bindTo(metrics);
        new ProcessorMetrics().bindTo(metrics);
        garbage.bindTo(metrics);
    }

    private Page page() {
        FeedbackWriter answers = new FeedbackWriter(settings, registry);
        return new Page(
                settings.httpNames(),
                dashboard.recent(),
                dashboard.reviews(),
                new ServiceStatus(settings, state, counts, restarts, restoring, dashboard, () -> streams),
                answers::aboutAlert,
                (event, entity, label, who, comment) ->
                        answers.aboutEvent(event, entity, null, null, label, who, comment),
                new ModelDesk(settings, registry, state.models()));
    }

    /**
     * Starts in order: API, topics, schemas, control topic to its end, stream. Returns once the stream was started; {@link
     * #health} tells when it runs.
     *
     * @throws IllegalStateException if broker, registry or topics are not as needed, with what to do
     */
    public void start() throws InterruptedException {
        LOG.info("starting {}", settings);
        http.start(settings.httpHost(), settings.httpPort());
        new TopicSetup(settings).prepare(LONGEST_START);
        new TopicRights(settings).check();
        new StateTopics(settings).check(TwinwatchTopology.internalTopics(settings));
        dashboard.start();
        new OwnContracts(settings, registry).register(LONGEST_START);
        refusals.start();
        ControlLog log = new ControlLog(layout, state, counts, refusals::add);
        ControlReader reader =
                new ControlReader(new Clients(settings), settings.topics().control(), registry, log);
        control = reader;
        reader.start();
        if (!reader.awaitCaughtUp(LONGEST_START)) {
            throw new IllegalStateException("control topic " + settings.topics().control() + " was not read to its end"
                    + " in " + LONGEST_START.toSeconds() + " s: look at the warnings above");
        }
        if (!log.tellsOf(layout)) {
            new OwnWatch(settings, registry).tell(layout);
        }
        if (state.models().pointer().isEmpty()) {
            LOG.warn("no model active: events are learned from and not scored until `twinwatch models publish`");
        }
        Properties properties = StreamsProperties.of(settings);
        KafkaStreams made = new KafkaStreams(
                new TwinwatchTopology(settings, layout, registry, state, counts, dashboard.reviews()::take)
                        .build(properties),
                properties);
        made.setUncaughtExceptionHandler(restarts);
        made.setGlobalStateRestoreListener(restoring);
        KafkaStreamsMetrics binder = new KafkaStreamsMetrics(made);
        binder.bindTo(metrics);
        streamsMetrics = binder;
        streams = made;
        made.start();
        LOG.info(
                "watch {} is started; page, health and metrics on http://{}:{}",
                settings.watch().name(),
                settings.httpHost(),
                http.port());
    }

    /** Waits until it gave up or was closed; returns why it gave up, empty where it was closed. */
    public String awaitEnd() throws InterruptedException {
        ended.await();
        return restarts.gaveUp();
    }

    /** How it is now; may be asked from any thread. */
    public Health health() {
        KafkaStreams now = streams;
        boolean running = now != null && now.state() == KafkaStreams.State.RUNNING;
        TaskModels tasks = state.models().tasks();
        String announced = state.models().pointer().map(ModelPointer::version).orElse("");
        return new Health(
                running,
                running && restoring.restored(),
                tasks.any() ? tasks.eachDecides() : !announced.isEmpty(),
                tasks.any() ? String.join(",", tasks.versions()) : announced,
                restarts.inARow(),
                restarts.gaveUp());
    }

    /** The port of the API. */
    public int httpPort() {
        return http.port();
    }

    /** All meters. */
    public PrometheusMeterRegistry metrics() {
        return metrics;
    }

    /** The models that it holds. */
    public Models models() {
        return state.models();
    }

    /** Stops within the default time. */
    @Override
    public void close() {
        boolean clean = close(LONGEST_CLOSE);
        LOG.info("watch {} is stopped{}", settings.watch().name(), clean ? "" : ", not all of it in time");
    }

    /** Commits what is done and stops; false if that took longer, in which case the next start restores state. */
    public boolean close(Duration longest) {
        restarts.close();
        ended.countDown();
        KafkaStreams now = streams;
        boolean clean = now == null || now.close(closing(longest));
        ControlReader reader = control;
        if (reader != null) {
            reader.close();
        }
        refusals.close();
        KafkaStreamsMetrics binder = streamsMetrics;
        if (binder != null) {
            binder.close();
        }
        http.close();
        dashboard.close();
        garbage.close();
        metrics.close();
        return clean;
    }

    /** Without a stable name it leaves the group, else its partitions would wait for its session to end. */
    private CloseOptions closing(Duration longest) {
        return CloseOptions.timeout(longest)
                .withGroupMembershipOperation(
                        settings.stream().instanceId().isEmpty()
                                ? CloseOptions.GroupMembershipOperation.LEAVE_GROUP
                                : CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP);
    }
}
