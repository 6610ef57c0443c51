package dev.twinwatch.trainer.backtest;

import dev.twinwatch.trainer.source.EventSource;

/** Hears how a backtest goes on, so that somebody can watch it. */
@FunctionalInterface
public interface Progress {
    /** Nobody watches. */
    Progress SILENT = (records, source) -> {};

    /** After every record of a source, those that are no events included; called by one thread. */
    void read(long records, EventSource source);
}
