package dev.twinwatch.trainer.backtest;

import dev.twinwatch.trainer.source.Label;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a backtest found.
 *
 * @param contestant what was tested
 * @param enrolled events of the history
 * @param events decided
 * @param outcomes how many of them had which outcome, by its code
 * @param days between the earliest and the latest decided event, few with wrong clocks aside; empty where times are no
 *     calendar or are all the same
 * @param stories in the order of the records that opened them
 * @param truth by labels; empty lists and zeros without any
 * @param effects what came of interventions; zeros without any
 * @param backwards events older than one before of the same entity
 * @param seconds that the decided events took, reading included
 */
public record BacktestResult(
        Contestant contestant,
        long enrolled,
        long events,
        Map<String, Long> outcomes,
        OptionalDouble days,
        List<AlertStory> stories,
        ByLabels truth,
        Effects effects,
        long backwards,
        double seconds) {

    public BacktestResult {
        outcomes = Map.copyOf(outcomes);
        stories = List.copyOf(stories);
    }

    /**
     * What labels say.
     *
     * @param given whether there were labels at all
     * @param labels how many
     * @param takeovers that have at least one decided event
     * @param ofUnknown labels of entities that had no event
     * @param ofNothing labels of other entities that speak of no event
     * @param fraudEnrolled events of the history that are called fraud
     */
    public record ByLabels(
            boolean given,
            int labels,
            List<Takeover> takeovers,
            List<Label> ofUnknown,
            List<Label> ofNothing,
            long fraudEnrolled) {
        public ByLabels {
            takeovers = List.copyOf(takeovers);
            ofUnknown = List.copyOf(ofUnknown);
            ofNothing = List.copyOf(ofNothing);
        }
    }
}
