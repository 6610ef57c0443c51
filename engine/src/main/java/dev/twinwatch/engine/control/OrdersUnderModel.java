package dev.twinwatch.engine.control;

import dev.twinwatch.engine.detection.Order;
import dev.twinwatch.engine.detection.Orders;

/**
 * What is ordered where one model decides.
 *
 * @param model SHA-256 of its bundle
 */
public record OrdersUnderModel(Orders entities, AnnouncedLimits limits, String model) implements Orders {
    @Override
    public Order of(String entity) {
        return entities.of(entity);
    }

    @Override
    public double limit(double trained, long time) {
        return limits.at(model, trained, time);
    }
}
