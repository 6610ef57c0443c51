package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Windows of four events, so that an entity counts for 240 events at most. */
final class ExcerptTest {
    private final Customers customers = new Customers(Customers.WATCH);

    @Test
    void fewEntitiesAllTakePart() {
        List<EntityHistory> entities = entities(1_000, 400);

        assertThat(new Excerpt(customers.layout(), 7).of(entities)).isEqualTo(entities);
    }

    @Test
    void ofManyAsManyTakePartAsTheirNewestEventsAllow() {
        List<EntityHistory> entities = entities(2_000, 1_000);

        List<EntityHistory> chosen = new Excerpt(customers.layout(), 7).of(entities);

        assertThat(chosen).hasSize(Excerpt.MOST_EVENTS / 240).isSubsetOf(entities);
        assertThat(chosen).extracting(entities::indexOf).isSorted();
    }

    @Test
    void theSeedAloneChooses() {
        List<EntityHistory> entities = entities(2_000, 1_000);

        assertThat(new Excerpt(customers.layout(), 7).of(entities))
                .isEqualTo(new Excerpt(customers.layout(), 7).of(entities))
                .isNotEqualTo(new Excerpt(customers.layout(), 8).of(entities));
    }

    private List<EntityHistory> entities(int count, int events) {
        Event event = customers.event("ana", 0, 1, "a", "s");
        List<Event> same = Collections.nCopies(events, event);
        return IntStream.range(0, count)
                .mapToObj(i -> new EntityHistory("e" + i, same))
                .toList();
    }
}
