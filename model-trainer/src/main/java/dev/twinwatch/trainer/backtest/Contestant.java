package dev.twinwatch.trainer.backtest;

import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.watch.AlertRule;
import dev.twinwatch.engine.watch.Rates;
import java.util.Optional;

/**
 * What is tested: a model with its limit.
 *
 * @param name for people
 * @param model whose limit decides
 * @param rule that the limit comes from
 * @param rates of the history that the model was trained on; empty where they are not known
 * @param version SHA-256 of the bundle whose announced limits hold; empty where the trained limit was replaced
 */
public record Contestant(
        String name, EvidenceModel model, AlertRule rule, Optional<Rates> rates, Optional<String> version) {}
