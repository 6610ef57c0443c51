package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.drift.CategoryBins;
import dev.twinwatch.engine.drift.UsualCategory;
import dev.twinwatch.engine.drift.UsualTraffic;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Customers pay 0 to 0.9 in turn at home; of their newest fifth of events, each tenth is at a place where nobody was before. */
final class UsualFitTest {
    private static final int NEW_PLACE_EVERY = 10;

    private final Customers customers = new Customers(Customers.WATCH);

    @Test
    void aPlaceOfTheNewestEventsCountsAsNewAndIsKnownToTheBundle() {
        UsualCategory place = fit(4, 800).orElseThrow().categories().get(0);

        assertThat(place.field()).isEqualTo("place");
        assertThat(place.bins().common()).containsExactly(Hash64.of("home"));
        assertThat(place.bins().known())
                .contains(CategoryBins.mark(Hash64.of("new-0")), CategoryBins.mark(Hash64.of("new-3")));
        // 576 events at home, 64 elsewhere, none at a known place or without one, and half an event more in each bin
        assertThat(place.shares().values()).containsExactly(share(576), share(0), share(64), share(0));
    }

    @Test
    void theUsualRangeOfANumberIsThatOfTheHistory() {
        UsualTraffic usual = fit(4, 800).orElseThrow();

        assertThat(usual.numbers().get(0).field()).isEqualTo("amount");
        assertThat(usual.numbers().get(0).bins().edges())
                .containsExactly(0, .1f, .2f, .3f, .4f, .5f, .6f, .7f, .8f, .9f);
        float[] shares = usual.numbers().get(0).shares().values();
        assertThat(shares[0]).as("below 0: half an event of 640 and 12 bins").isEqualTo(.5f / 646);
        assertThat(shares[1]).as("0 and 0.1").isEqualTo(128.5f / 646);
    }

    @Test
    void aboutOneEventInAWindowEndsOneThatIsAbsorbedWhereEventsAreFarApart() {
        assertThat(fit(4, 800).orElseThrow().absorbed()).isEqualTo(1, within(.05));
    }

    @Test
    void fewEventsOfEntitiesThatAreKnownSayNothing() {
        assertThat(fit(4, 200)).isEmpty();
    }

    private static float share(int events) {
        return (events + .5f) / 642;
    }

    private Optional<UsualTraffic> fit(int count, int events) {
        List<EntityHistory> histories = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            List<Event> own = new ArrayList<>();
            for (int i = 0; i < events; i++) {
                boolean isNew = i >= events * 4 / 5 && i % NEW_PLACE_EVERY == 0;
                own.add(customers.event(
                        "customer-" + c, i * Customers.HOUR, i % 10 / 10.0, isNew ? "new-" + c : "home", "s"));
            }
            histories.add(new EntityHistory("customer-" + c, own));
        }
        Rehearsal rehearsal = new Rehearsal(customers.layout(), histories, List.of());
        return new UsualFit(customers.layout(), histories).fit(customers.comparingAmounts(), rehearsal);
    }
}
