package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.LimitCurve;

/**
 * A model with its limit.
 *
 * @param curve the limits that other budgets would need
 */
public record Limited(EvidenceModel model, LimitCurve curve) {}
