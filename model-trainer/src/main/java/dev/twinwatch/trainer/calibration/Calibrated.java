package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.LimitCurve;
import java.util.List;

/**
 * A calibrated model and how its calibration does on simulated takeovers.
 *
 * @param model with fusion and limit
 * @param curve the limits that other budgets would need
 * @param inSample whether the figures are of entities that encoder and fit have seen, since there were too few to hold any
 *     out: they flatter. Else they are of entities that neither has seen
 * @param takeovers simulated
 * @param caught of them, by the limit, within the stretch
 * @param honestEvents scored events of undisturbed histories
 * @param falseAlerts opened in them
 * @param equalErrorRate of single windows, honest against taken over, 0 to 1
 * @param panels the entities of these figures, with the models that were measured on them
 */
public record Calibrated(
        EvidenceModel model,
        LimitCurve curve,
        boolean inSample,
        int takeovers,
        int caught,
        long honestEvents,
        long falseAlerts,
        double equalErrorRate,
        List<Panel> panels) {

    public Calibrated {
        panels = List.copyOf(panels);
    }

    /** The same figures with the model that goes into the bundle. */
    public Calibrated with(Limited other) {
        return new Calibrated(
                other.model(),
                other.curve(),
                inSample,
                takeovers,
                caught,
                honestEvents,
                falseAlerts,
                equalErrorRate,
                panels);
    }
}
