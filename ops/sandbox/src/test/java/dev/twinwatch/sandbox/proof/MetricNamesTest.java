package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.drift.Drift;
import dev.twinwatch.engine.drift.Moved;
import dev.twinwatch.sandbox.compose.Queries;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.stream.app.Service;
import dev.twinwatch.stream.drift.DriftReport;
import dev.twinwatch.stream.metrics.Counts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricNamesTest {
    private static final List<Payment> PAYMENTS = CardPayments.stream().subList(0, 500);

    @TempDir
    Path folder;

    @Test
    void everyMetricOfDashboardAndRulesIsOneThatTheServiceExposes() throws Exception {
        try (Rig rig = Rig.start(folder);
                PaymentSender sender = rig.sender();
                Follower<Score> scores = rig.scores();
                Service service = rig.startService()) {
            sender.send(PAYMENTS);
            scores.await(PAYMENTS.size());
            countEachThingOnce(new Counts(service.metrics()));

            Set<String> exposed = exposedBy(service);

            for (String expression : Queries.expressions()) {
                assertThat(exposed).as(expression).containsAll(Queries.metrics(expression));
            }
        }
    }

    // Else the comparison above could be one of nothing with something.
    @Test
    void namesAreFoundInExpressions() {
        assertThat(Queries.metrics("sum by (state) (rate(a_total{x=~\"b_c\"}[5m])) * 60 or vector(0)"))
                .containsExactly("a_total");
        assertThat(Queries.metrics("up{job=\"j\"} == 1 unless on (instance) b_info"))
                .containsExactly("b_info");
        assertThat(Queries.metrics("max(c_seconds) - max(d_seconds)")).containsExactly("c_seconds", "d_seconds");
    }

    /** A counter is exposed from the first thing on that it counts, and not all of them happen here. */
    private static void countEachThingOnce(Counts counts) {
        counts.event("SCORED");
        counts.alert("OPENED");
        counts.deadLetter();
        counts.feedback("absorbed");
        counts.controlRefused();
        counts.restart();
        counts.heldBack();
        Moved moved = new Moved("amount", 0, Optional.of(new Moved.Strange(Moved.Kind.OUT_OF_RANGE, 0, 0)));
        Drift drift = new Drift(1, List.of(moved), 0, 0);
        counts.drift().show(new DriftReport(LocalDate.EPOCH, "", drift, 1, 0));
    }

    private static Set<String> exposedBy(Service service) throws Exception {
        URI metrics = URI.create("http://127.0.0.1:" + service.httpPort() + "/metrics");
        String text = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }
}
