/** What it costs to score: the whole topology beside one with the same bytes of state that decides nothing. */
@NullMarked
package dev.twinwatch.bench;

import org.jspecify.annotations.NullMarked;
