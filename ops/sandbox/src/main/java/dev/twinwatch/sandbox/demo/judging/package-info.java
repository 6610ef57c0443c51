/** Alerts and baselines held against the truth. */
@NullMarked
package dev.twinwatch.sandbox.demo.judging;

import org.jspecify.annotations.NullMarked;
