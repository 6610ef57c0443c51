package dev.twinwatch.sandbox.page;

import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.stream.api.Health;
import dev.twinwatch.stream.api.HttpApi;
import dev.twinwatch.stream.api.Page;
import dev.twinwatch.stream.dashboard.Rates;
import dev.twinwatch.stream.dashboard.RecentAlerts;
import dev.twinwatch.stream.dashboard.Reviews;
import dev.twinwatch.stream.dashboard.Status;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The page of a watch that names an amount, over parts that the test fills; answers are heard as the service hears them. */
final class ShownPage implements AutoCloseable {
    final RecentAlerts recent = new RecentAlerts(300);
    final Reviews reviews = new Reviews(50);
    final List<Feedback> answers = new CopyOnWriteArrayList<>();

    private final HttpApi api;

    ShownPage() {
        recent.complete();
        api = new HttpApi(
                () -> new Health(true, true, true, "", 0, ""),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                new Page(
                        List.of(),
                        recent,
                        reviews,
                        ShownPage::status,
                        (alert, label, who, comment) ->
                                hear(alert.getEntity(), alert.getAlertId(), null, label, who, comment),
                        (event, entity, label, who, comment) -> hear(entity, null, event, label, who, comment),
                        new NoModels()));
        api.start("127.0.0.1", 0);
    }

    private void hear(
            String entity,
            @Nullable String alert,
            @Nullable String event,
            Label label,
            String who,
            @Nullable String comment) {
        Feedback said = new Feedback(
                entity, alert, event, null, Instant.parse("2026-01-02T00:00:00Z"), label, who, comment, null);
        answers.add(said);
        recent.take(said);
        reviews.take(said);
    }

    private static Status status() {
        return new Status(
                "card-payments",
                "customer",
                "amount",
                Map.of(),
                Status.Phase.RUNNING,
                "",
                0,
                new Status.LiveModel("0".repeat(64), 1, 0, 4.5, 4.5),
                1,
                0,
                new Status.Restore(0, 0),
                0L,
                true,
                true,
                Map.of("SCORED", 100L),
                0,
                0,
                new Rates.Now(1, 0, List.of()));
    }

    String address() {
        return "http://127.0.0.1:" + api.port() + "/";
    }

    @Override
    public void close() {
        api.close();
    }
}
