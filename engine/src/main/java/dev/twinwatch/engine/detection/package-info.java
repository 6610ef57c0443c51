/** What one event means: evidence, limit, decision, and what is kept. */
@NullMarked
package dev.twinwatch.engine.detection;

import org.jspecify.annotations.NullMarked;
