package dev.twinwatch.engine.control;

import dev.twinwatch.engine.detection.Order;
import dev.twinwatch.engine.detection.Orders;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the control topic says of single entities; written by its one reader, read by all stream threads. */
public final class EntityOrders implements Orders {
    /** Before the entity, in the key under which its snooze stands on the control topic. */
    public static final String SNOOZE = "snooze/";
    /** The same of what is to be done with its references. */
    public static final String RENEWAL = "renewal/";

    private final Map<String, Order> orders = new ConcurrentHashMap<>();

    @Override
    public Order of(String entity) {
        return orders.getOrDefault(entity, Order.NONE);
    }

    /** How many entities have any. */
    public int size() {
        return orders.size();
    }

    /** No alerts of this entity before an event time, in microseconds since 1970. */
    void snooze(String entity, long until) {
        orders.merge(entity, Order.NONE.snoozed(until), (before, now) -> before.snoozed(until));
    }

    /** Alerts of this entity again. */
    void wake(String entity) {
        orders.computeIfPresent(entity, (name, before) -> before.snoozed(Order.NONE.snoozedUntil()));
    }

    /** To be carried out once; a later one has a higher revision. */
    void renew(String entity, Order.Renewal renewal, long revision) {
        orders.merge(entity, Order.NONE.renewed(renewal, revision), (before, now) -> before.renewed(renewal, revision));
    }
}
