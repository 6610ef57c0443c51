package dev.twinwatch.stream.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.stream.dashboard.RecentAlerts;
import dev.twinwatch.stream.dashboard.Reviews;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HttpApiTest {
    private static final Health STARTING = new Health(false, false, false, "", 0, "");

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HttpClient client = HttpClient.newHttpClient();
    private Health health = STARTING;
    private HttpApi api;

    @BeforeEach
    void open() {
        api = new HttpApi(
                () -> health,
                meters,
                new Page(
                        List.of(),
                        new RecentAlerts(1),
                        new Reviews(1),
                        PageUnderTest::status,
                        (alert, label, who, comment) -> {},
                        (event, entity, label, who, comment) -> {},
                        new ModelsUnderTest()));
        api.start("127.0.0.1", 0);
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aServiceThatStartsIsLiveAndNotReady() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    }

    @Test
    void aServiceThatRunsWithItsStateAndAModelIsReady() throws Exception {
        health = new Health(true, true, true, "abc", 0, "");

        HttpResponse<String> answer = get("/health/ready");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"modelActive\":true").contains("\"model\":\"abc\"");
    }

    @Test
    void withoutAModelItIsNotReady() throws Exception {
        health = new Health(true, true, false, "", 0, "");

        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    }

    @Test
    void aServiceThatGaveUpIsNotLiveAndSaysWhy() throws Exception {
        health = new Health(false, false, true, "abc", 20, "gave up: the disk is full");

        HttpResponse<String> answer = get("/health/live");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("the disk is full");
    }

    @Test
    void metricsAreInPrometheusForm() throws Exception {
        meters.counter("twinwatch.events", "outcome", "SCORED").increment();

        assertThat(get("/metrics").body()).contains("twinwatch_events_total{outcome=\"SCORED\"} 1.0");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + api.port() + path);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
