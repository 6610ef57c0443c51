package dev.twinwatch.engine.control;

import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.FraudCase;
import dev.twinwatch.contracts.Limits;
import dev.twinwatch.contracts.Renewal;
import dev.twinwatch.contracts.Snooze;
import dev.twinwatch.contracts.WatchVersion;
import dev.twinwatch.engine.cases.FraudCases;
import dev.twinwatch.engine.detection.Order;
import dev.twinwatch.engine.detection.Orders;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.WatchFile;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the control topic says beside models: orders for entities, limits, fraud cases and how the watch was before; taken in record by record by the
 * service and by a backtest alike.
 */
public final class StandingOrders {
    private final Layout layout;
    private final FraudCases cases;
    private final EntityOrders orders;
    private final AnnouncedLimits limits;

    /** What it takes in goes into these. */
    public StandingOrders(Layout layout, FraudCases cases, EntityOrders orders, AnnouncedLimits limits) {
        this.layout = layout;
        this.cases = cases;
        this.orders = orders;
        this.limits = limits;
    }

    /** Before anything was read; limits hold. */
    public static StandingOrders none(Layout layout) {
        return new StandingOrders(layout, new FraudCases(layout), new EntityOrders(), new AnnouncedLimits(true));
    }

    /** The cases that people confirmed. */
    public FraudCases cases() {
        return cases;
    }

    /**
     * What is ordered where a model decides; follows what is taken in later.
     *
     * @param model SHA-256 of its bundle
     */
    public Orders under(String model) {
        return new OrdersUnderModel(orders, limits, model);
    }

    /**
     * Takes in the next record of the topic.
     *
     * @param offset by which a later renewal is told from an earlier one
     * @param key what a taking back is of; else the change says it
     * @param change null takes back what stood under the key
     * @return false where it is about models, or takes back what cannot be
     * @throws IllegalArgumentException where it cannot be carried out, with the reason
     */
    public boolean accept(long offset, @Nullable String key, @Nullable Control change) {
        return change == null ? key != null && takeBack(key) : change(offset, change.getChange());
    }

    private boolean takeBack(String key) {
        if (key.startsWith(CaseRecord.KEY)) {
            cases.takeBack(key.substring(CaseRecord.KEY.length()));
        } else if (key.startsWith(EntityOrders.SNOOZE)) {
            orders.wake(key.substring(EntityOrders.SNOOZE.length()));
        } else if (key.equals(AnnouncedLimits.KEY)) {
            limits.takeBack();
        } else {
            return false;
        }
        return true;
    }

    private boolean change(long offset, Object change) {
        if (change instanceof FraudCase fraud) {
            cases.put(CaseRecord.read(layout, fraud));
        } else if (change instanceof Limits told) {
            limits.announce(told);
        } else if (change instanceof Snooze snooze) {
            orders.snooze(
                    snooze.getEntity(),
                    TimeUnit.MILLISECONDS.toMicros(snooze.getUntil().toEpochMilli()));
        } else if (change instanceof Renewal renewal) {
            // offsets count from 0, revisions from 1
            orders.renew(
                    renewal.getEntity(), Order.Renewal.valueOf(renewal.getKind().name()), offset + 1);
        } else if (change instanceof WatchVersion version) {
            layout.remember(Layout.of(WatchFile.parse("the watch of before", version.getWatch())));
        } else {
            return false;
        }
        return true;
    }
}
