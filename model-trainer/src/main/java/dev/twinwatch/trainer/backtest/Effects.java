package dev.twinwatch.trainer.backtest;

import java.util.List;
import java.util.Map;

/**
 * What came of interventions.
 *
 * @param orders control records that are carried out
 * @param late those of them that come after the last event, and so change nothing
 * @param ofModels control records about models, which are passed over
 * @param ofOtherModels limits for another bundle, or where a setting replaces the limit
 * @param heard how much feedback had which outcome, by its code
 * @param unheard feedback about entities without an event
 * @param refused records that cannot be carried out, each with place and reason
 */
public record Effects(
        long orders,
        long late,
        long ofModels,
        long ofOtherModels,
        Map<String, Long> heard,
        long unheard,
        List<String> refused) {

    public Effects {
        heard = Map.copyOf(heard);
        refused = List.copyOf(refused);
    }
}
