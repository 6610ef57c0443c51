package dev.twinwatch.stream.control;

import dev.twinwatch.engine.cases.FraudCases;
import dev.twinwatch.engine.features.Layout;

/**
 * All that the control topic says, as it stands now in this process.
 *
 * @param models that can decide, and which of them does
 * @param cases that people confirmed
 * @param orders for single entities
 */
public record ControlState(Models models, FraudCases cases, EntityOrders orders) {
    /** Before anything was read. */
    public static ControlState of(Layout layout) {
        return new ControlState(new Models(), new FraudCases(layout), new EntityOrders());
    }
}
