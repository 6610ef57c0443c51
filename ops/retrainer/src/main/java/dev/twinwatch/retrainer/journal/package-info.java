/** What the topic of retraining says, and what is due by it. */
@NullMarked
package dev.twinwatch.retrainer.journal;

import org.jspecify.annotations.NullMarked;
