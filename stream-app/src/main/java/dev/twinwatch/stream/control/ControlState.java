package dev.twinwatch.stream.control;

import dev.twinwatch.engine.cases.FraudCases;
import dev.twinwatch.engine.control.AnnouncedLimits;
import dev.twinwatch.engine.control.EntityOrders;
import dev.twinwatch.engine.control.OrdersUnderModel;
import dev.twinwatch.engine.detection.Orders;
import dev.twinwatch.engine.features.Layout;
import org.jspecify.annotations.Nullable;

/**
 * All that the control topic says, as it stands now in this process.
 *
 * @param models that can decide, and which of them does
 * @param cases that people confirmed
 * @param orders for single entities
 * @param limits that hold instead of the trained ones
 */
public record ControlState(Models models, FraudCases cases, EntityOrders orders, AnnouncedLimits limits) {
    /**
     * Before anything was read.
     *
     * @param followsLimits whether limits on the topic hold
     */
    public static ControlState of(Layout layout, boolean followsLimits) {
        return new ControlState(
                new Models(), new FraudCases(layout), new EntityOrders(), new AnnouncedLimits(followsLimits));
    }

    /**
     * What is ordered where a model decides.
     *
     * @param model SHA-256 of its bundle; null where none does
     */
    public Orders ordersUnder(@Nullable String model) {
        return model == null ? orders : new OrdersUnderModel(orders, limits, model);
    }
}
