package dev.twinwatch.trainer.backtest;

import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.watch.AlertRule;

/**
 * What is tested: a model with its limit.
 *
 * @param name for people
 * @param model whose limit decides
 * @param rule that the limit comes from
 */
public record Contestant(String name, EvidenceModel model, AlertRule rule) {}
