package dev.twinwatch.engine.detection;

/** What people ordered for single entities, as it stands now; read by every thread that decides. */
@FunctionalInterface
public interface Orders {
    /** Nobody ordered anything. */
    Orders NONE = entity -> Order.NONE;

    /** What holds for an entity. */
    Order of(String entity);
}
