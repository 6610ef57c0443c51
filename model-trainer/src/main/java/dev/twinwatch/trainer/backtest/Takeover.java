package dev.twinwatch.trainer.backtest;

import dev.twinwatch.trainer.source.Label;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A stretch of events of one entity that labels call fraud: those of one label with times, or consecutive events with a label
 * each.
 *
 * @param entity whose events
 * @param events how many
 * @param caughtAt number of its first event at which an alert opened, from 1; empty: none did
 * @param caughtAfter microseconds from its first event to that one; empty where none did or times are no calendar
 * @param labels that call it so, each once
 */
public record Takeover(String entity, int events, OptionalInt caughtAt, OptionalLong caughtAfter, List<Label> labels) {
    public Takeover {
        labels = List.copyOf(labels);
    }
}
