package dev.twinwatch.stream.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.registry.InMemorySchemaRegistry;
import dev.twinwatch.registry.RegistryUnavailableException;
import dev.twinwatch.registry.SchemaRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventBytesTest {
    private static final Layout LAYOUT = Layout.of(WatchFile.parse("watch.yaml", """
                    watch: nested
                    entity: who.id
                    features:
                      - {name: amount, field: paid.amount, as: number}
                      - {name: place, field: place, as: category}
                    """));
    private static final Origin ORIGIN = new Origin("topic", 0, 7, false);

    private final EventBytes bytes = new EventBytes(LAYOUT, new InMemorySchemaRegistry(), 1000);

    @Test
    void pathsGoDownIntoObjects() {
        var reading = read(" \n{\"who\": {\"id\": 12}, \"paid\": {\"amount\": \"3.5\"}, \"place\": null}");

        var event = ((Reading.Understood) reading).event();
        assertThat(event.entity()).isEqualTo("12");
        assertThat(event.number(0)).isEqualTo(3.5f);
        assertThat(event.category(0)).isZero();
        assertThat(event.id()).isEqualTo("topic-0-7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "{} {}",
                "{\"who\": 1}",
                "{\"who\": {\"id\": {}}}",
                "{\"who\": {\"id\": \"\"}}",
                "{\"who\": {\"id\": \"a\"}, \"paid\": {\"amount\": []}}",
                "{\"who\": {\"id\": \"a\"}, \"paid\": {\"amount\": 1e999}}",
            })
    void whatIsNoEventHasAReason(String text) {
        assertThat(read(text))
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        unreadable ->
                                assertThat(unreadable.reason()).isNotBlank().isNotEqualTo("null"));
    }

    @Test
    void theReasonDoesNotQuoteTheRecord() {
        var reading = (Reading.Unreadable) read("{\"who\": secret}");

        assertThat(reading.reason()).doesNotContain("secret");
    }

    @Test
    void aRegistryThatDoesNotAnswerIsNotTheRecordsFault() {
        var silent = SchemaRegistry.from(Map.of(
                "schema.registry.url", "http://127.0.0.1:1", "max.retries", "0", "http.connect.timeout.ms", "100"));
        var reader = new EventBytes(LAYOUT, silent, 1000);

        assertThatThrownBy(() -> reader.read(new byte[] {0, 0, 0, 0, 1, 2}, ORIGIN))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    private Reading read(String text) {
        return bytes.read(text.getBytes(StandardCharsets.UTF_8), ORIGIN);
    }
}
