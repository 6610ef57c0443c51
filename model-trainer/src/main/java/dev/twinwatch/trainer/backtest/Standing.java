package dev.twinwatch.trainer.backtest;

import dev.twinwatch.engine.cases.FraudCase;
import dev.twinwatch.engine.cases.KnownLabels;
import dev.twinwatch.engine.control.StandingOrders;
import dev.twinwatch.engine.detection.Orders;
import dev.twinwatch.engine.features.Layout;
import java.util.List;
import java.util.Optional;

/**
 * What was ordered by a moment, for one lane. Events need not come in the order of their moments (partitions are read one after the
 * other, and a file may be sorted by entity): where a moment lies before the one before, it begins anew.
 */
final class Standing {
    private final Layout layout;
    private final List<ControlHistory.Timed> records;
    private final String model;
    private StandingOrders now;
    private Orders orders;
    private int taken;

    /** Where no limits may hold, no version stands in the history, so that none is asked for. */
    Standing(Layout layout, Optional<String> version, Optional<ControlHistory> history) {
        this.layout = layout;
        this.records = history.map(ControlHistory::records).orElse(List.of());
        this.model = version.orElse("");
        this.now = StandingOrders.none(layout);
        this.orders = now.under(model);
    }

    /** All that acts up to a moment, and nothing that acts later. */
    void goTo(long moment) {
        if (taken > 0 && records.get(taken - 1).moment() > moment) {
            now = StandingOrders.none(layout);
            orders = now.under(model);
            taken = 0;
        }
        while (taken < records.size() && records.get(taken).moment() <= moment) {
            ControlHistory.Timed record = records.get(taken);
            now.accept(record.offset(), record.key(), record.change());
            taken++;
        }
    }

    /** At this moment. */
    Orders orders() {
        return orders;
    }

    /** Frauds to compare with at this moment, oldest first. */
    List<FraudCase> compared() {
        return now.cases().compared();
    }

    /** What is known of values, at whatever moment it is asked. */
    KnownLabels labels() {
        return (feature, field, value, time) -> now.cases().labels().confirmed(feature, field, value, time);
    }
}
