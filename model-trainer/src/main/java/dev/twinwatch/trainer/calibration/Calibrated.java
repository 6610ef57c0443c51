package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.evidence.EvidenceModel;

/**
 * A calibrated model and how it did on simulated takeovers of entities that training never saw.
 *
 * @param model with fusion and limit
 * @param takeovers simulated
 * @param caught of them, by the limit, within the stretch
 * @param honestEvents scored events of undisturbed histories
 * @param falseAlerts opened in them
 * @param equalErrorRate of single windows, honest against taken over, 0 to 1
 */
public record Calibrated(
        EvidenceModel model, int takeovers, int caught, long honestEvents, long falseAlerts, double equalErrorRate) {}
