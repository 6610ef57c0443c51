package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept back of those who teach, with windows of four events. */
final class KnownTest {
    private final Customers customers = new Customers(Customers.WATCH);

    @Test
    void theNewestFifthIsKeptBack() {
        EntityHistory history = history(customers, 100, 100);

        Known known = Known.of(customers.layout(), history).orElseThrow();

        assertThat(known.taught()).isEqualTo(80);
        assertThat(known.older().events()).isEqualTo(history.events().subList(0, 80));
    }

    @Test
    void noMoreThanSixtyWindowsAreKeptBack() {
        assertThat(Known.of(customers.layout(), history(customers, 4_000, 4_000)))
                .hasValueSatisfying(known -> assertThat(known.taught()).isEqualTo(4_000 - 240));
    }

    @Test
    void aShortHistoryTeachesAsAWhole() {
        assertThat(Known.of(customers.layout(), history(customers, 79, 79)))
                .as("19 windows")
                .isEmpty();
        assertThat(Known.of(customers.layout(), history(customers, 80, 80))).isPresent();
    }

    @Test
    void aSequenceThatEndsIsKeptBackAsAWhole() {
        Customers inSessions = new Customers(Customers.WATCH.replace("minimum: 2}", "minimum: 2, by: session}"));

        Known known = Known.of(inSessions.layout(), history(inSessions, 90, 9)).orElseThrow();

        assertThat(known.taught())
                .as("72 is the first event of the ninth session")
                .isEqualTo(72);
        Known uneven =
                Known.of(inSessions.layout(), history(inSessions, 96, 16)).orElseThrow();
        assertThat(uneven.taught())
                .as("77 lies in the session that begins at 64")
                .isEqualTo(64);
    }

    private static EntityHistory history(Customers customers, int events, int perSession) {
        List<Event> all = IntStream.range(0, events)
                .mapToObj(i -> customers.event("ana", i, 1, "a", "s" + i / perSession))
                .toList();
        return new EntityHistory("ana", all);
    }
}
