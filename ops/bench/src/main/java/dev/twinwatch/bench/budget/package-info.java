/** Whether a budget of alerts is kept, on simulated customers who are all honest. */
@NullMarked
package dev.twinwatch.bench.budget;

import org.jspecify.annotations.NullMarked;
