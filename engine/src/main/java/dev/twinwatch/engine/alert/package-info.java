/** One alert for one story, with its severity and reasons. */
@NullMarked
package dev.twinwatch.engine.alert;

import org.jspecify.annotations.NullMarked;
