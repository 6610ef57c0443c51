package dev.twinwatch.engine.detection;

/** What was ordered for single entities, and which limit is in force, as it stands now; read by every thread that decides. */
@FunctionalInterface
public interface Orders {
    /** Nobody ordered anything. */
    Orders NONE = entity -> Order.NONE;

    /** What holds for an entity. */
    Order of(String entity);

    /**
     * The limit of the evidence (log likelihood ratio, no unit) in force.
     *
     * @param trained that of the model
     * @param time of the event, microseconds since 1970, or a position
     */
    default double limit(double trained, long time) {
        return trained;
    }
}
