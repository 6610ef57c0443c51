package dev.twinwatch.trainer.backtest;

import dev.twinwatch.engine.features.Event;

/**
 * One event on its way to the thread that decides it.
 *
 * @param row number of its record in the source, from 1
 * @param moment at which it arrived, in microseconds since 1970; any where nobody intervenes
 */
record Arrival(long row, long moment, Event event) {}
