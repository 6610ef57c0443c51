package dev.twinwatch.trainer.backtest;

import dev.twinwatch.engine.features.Event;

/**
 * One event on its way to the thread that decides it.
 *
 * @param row number of its record in the source, from 1
 */
record Arrival(long row, Event event) {}
