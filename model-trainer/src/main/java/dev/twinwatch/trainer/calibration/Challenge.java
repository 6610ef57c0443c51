package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.List;

/** The same simulated takeovers of the same entities for every model that is put to them. */
public final class Challenge {
    /** Of fewer entities a share says nothing. */
    public static final int LEAST_ENTITIES = 8;

    private final Rehearsal rehearsal;

    /** Of some entities, of which an excerpt takes part where there are many. */
    public Challenge(Layout layout, List<EntityHistory> entities, long seed) {
        List<EntityHistory> some = new Excerpt(layout, seed).of(entities);
        this.rehearsal = new Rehearsal(layout, some, Takeovers.simulate(layout, some, some, seed));
    }

    /**
     * How a model did.
     *
     * @param takeovers simulated
     * @param caught of them, by its limit, within the stretch
     */
    public record Result(int takeovers, int caught) {}

    /** Puts a model of the same watch to it. */
    public Result of(EvidenceModel model) {
        Measured measured = rehearsal.measure(model);
        return new Result(measured.takeovers(), measured.caught());
    }
}
