package dev.twinwatch.stream.api;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.stream.dashboard.Rates;
import dev.twinwatch.stream.dashboard.RecentAlerts;
import dev.twinwatch.stream.dashboard.Reviews;
import dev.twinwatch.stream.dashboard.Status;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The API on a free port of this machine with a page whose parts a test fills; keeps what is answered. */
final class PageUnderTest implements AutoCloseable {
    final RecentAlerts recent = new RecentAlerts(10);
    final Reviews reviews = new Reviews(10);
    final List<Answer> answers = new CopyOnWriteArrayList<>();
    final ModelsUnderTest models = new ModelsUnderTest();
    /** What keeping an answer throws; null for nothing. */
    volatile @Nullable RuntimeException failure;

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpApi api;

    record Answer(
            String about,
            String entity,
            Label label,
            String who,
            @Nullable String comment) {}

    PageUnderTest(String... names) {
        api = new HttpApi(
                () -> new Health(true, true, true, "abc", 0, ""),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                new Page(
                        List.of(names),
                        recent,
                        reviews,
                        PageUnderTest::status,
                        this::take,
                        (event, entity, label, who, comment) ->
                                answers.add(new Answer(event, entity, label, who, comment)),
                        models));
        api.start("127.0.0.1", 0);
    }

    private void take(Alert alert, Label label, String who, @Nullable String comment) {
        RuntimeException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
        answers.add(new Answer(alert.getAlertId(), alert.getEntity(), label, who, comment));
    }

    static Status status() {
        return new Status(
                "purchases",
                "customer",
                "amount",
                Map.of("new-place", "place"),
                Status.Phase.RUNNING,
                "",
                0,
                null,
                2,
                0,
                new Status.Restore(0, 0),
                3L,
                true,
                true,
                Map.of("SCORED", 5L),
                0,
                1,
                new Rates.Now(1.5, 2, List.of()));
    }

    String authority() {
        return "127.0.0.1:" + api.port();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + authority() + path));
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String body, String... headers) throws IOException, InterruptedException {
        return postTo("/api/feedback", body, headers);
    }

    HttpResponse<String> postTo(String path, String body, String... headers) throws IOException, InterruptedException {
        return send(
                request(path).POST(HttpRequest.BodyPublishers.ofString(body)).headers(headers));
    }

    CompletableFuture<HttpResponse<String>> postLater(String path, String body) {
        HttpRequest request = request(path)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<InputStream> open(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).header("Accept", "text/event-stream");
        return client.send(
                headers.length == 0 ? request.build() : request.headers(headers).build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        api.close();
    }
}
