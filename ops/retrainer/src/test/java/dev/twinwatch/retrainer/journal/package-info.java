/** Tests of what the process reads and decides. */
@NullMarked
package dev.twinwatch.retrainer.journal;

import org.jspecify.annotations.NullMarked;
