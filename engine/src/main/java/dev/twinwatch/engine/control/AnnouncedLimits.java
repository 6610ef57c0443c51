package dev.twinwatch.engine.control;

import dev.twinwatch.contracts.Limits;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which limits the control topic says hold instead of the trained ones; written by its one reader, read by all stream threads.
 *
 * <p>Only the newest one is known, as after a restart: the topic is compacted.
 */
public final class AnnouncedLimits {
    /** The cohort of everybody; there is no other one yet. */
    public static final String COHORT = "all";
    /** Under which it stands on the control topic. */
    public static final String KEY = "limits/" + COHORT;

    private final boolean followed;
    private volatile @Nullable Announced newest;

    /** @param from event time, microseconds since 1970 */
    private record Announced(String model, double limit, long from, OptionalDouble before) {}

    /** @param followed whether any of them holds; if not, trained limits do */
    public AnnouncedLimits(boolean followed) {
        this.followed = followed;
    }

    /**
     * The limit in force.
     *
     * @param model SHA-256 of the bundle
     * @param trained its own limit
     * @param time of the event, microseconds since 1970
     */
    double at(String model, double trained, long time) {
        Announced announced = newest;
        if (announced == null || !announced.model().equals(model)) {
            return trained;
        }
        return time >= announced.from() ? announced.limit() : announced.before().orElse(trained);
    }

    /** The newest limit for a model, which may hold from later on only; empty where the trained one holds. */
    public OptionalDouble newest(String model) {
        Announced announced = newest;
        return announced == null || !announced.model().equals(model)
                ? OptionalDouble.empty()
                : OptionalDouble.of(announced.limit());
    }

    /** Takes one in; throws IllegalArgumentException where it is none that can hold. */
    void announce(Limits told) {
        String model = told.getModel();
        if (!told.getCohort().equals(COHORT) || model == null || !Double.isFinite(told.getLimit())) {
            throw new IllegalArgumentException("limit " + told.getLimit() + " of cohort " + told.getCohort()
                    + " for model " + model + " cannot hold: expected a number, the cohort `" + COHORT
                    + "` and the SHA-256 of a bundle");
        }
        if (followed) {
            Double before = told.getBefore();
            newest = new Announced(
                    model,
                    told.getLimit(),
                    TimeUnit.MILLISECONDS.toMicros(told.getHoldsFrom().toEpochMilli()),
                    before == null ? OptionalDouble.empty() : OptionalDouble.of(before));
        }
    }

    /** The trained ones hold again. */
    void takeBack() {
        newest = null;
    }
}
