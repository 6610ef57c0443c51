package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shares of the buckets: events counted, and one more for each bucket. */
final class UsageFitTest {
    private final Customers customers = new Customers(Customers.WATCH);

    @Test
    void eachBucketCountsOnceMoreThanItWasSeen() {
        List<Window> ana = windows("ana", "a", "a", "a", "b");
        List<Window> bob = windows("bob", "a", "a", "b", "b");

        float[] shares =
                UsageFit.fit(customers.layout(), List.of(ana, bob)).get(0).shares();

        assertThat(Hash64.bucket(Hash64.of("a"), 4)).isNotEqualTo(Hash64.bucket(Hash64.of("b"), 4));
        assertThat(shares[Hash64.bucket(Hash64.of("a"), 4)]).isEqualTo(6 / 12f);
        assertThat(shares[Hash64.bucket(Hash64.of("b"), 4)]).isEqualTo(4 / 12f);
        assertThat(shares[0]).as("missing values").isEqualTo(1 / 12f);
    }

    @Test
    void withoutEventsAllBucketsAreAlike() {
        assertThat(UsageFit.fit(customers.layout(), List.of()).get(0).shares()).containsExactly(.25f, .25f, .25f, .25f);
    }

    @Test
    void aWatchWithoutCategoriesHasNoUsage() {
        Customers amounts = new Customers(Customers.WATCH.replaceAll("(?m)^.*as: category.*\\n", ""));

        assertThat(UsageFit.fit(amounts.layout(), List.of())).isEmpty();
    }

    private List<Window> windows(String who, String... places) {
        List<Event> events = new ArrayList<>();
        for (String place : places) {
            events.add(customers.event(who, events.size(), 1, place, "s"));
        }
        return new EntityHistory(who, events).windows(customers.layout(), 4);
    }
}
