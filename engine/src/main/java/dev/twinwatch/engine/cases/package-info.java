/** The last events of one entity, as field values: the hot state. */
@NullMarked
package dev.twinwatch.engine.cases;

import org.jspecify.annotations.NullMarked;
