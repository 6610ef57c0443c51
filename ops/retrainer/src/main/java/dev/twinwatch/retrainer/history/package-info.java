/** What a retraining learns from: events and labels as they stand on their topics up to given offsets. */
@NullMarked
package dev.twinwatch.retrainer.history;

import org.jspecify.annotations.NullMarked;
