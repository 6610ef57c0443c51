/** Tests of what the process reads and decides. */
@NullMarked
package dev.twinwatch.retrainer.history;

import org.jspecify.annotations.NullMarked;
