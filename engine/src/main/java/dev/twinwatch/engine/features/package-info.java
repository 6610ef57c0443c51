/** From a record of the user's to the numbers that an encoder reads: the one definition of a feature. */
@NullMarked
package dev.twinwatch.engine.features;

import org.jspecify.annotations.NullMarked;
