/** From windows of known entities to the weights of a twin network; the only package that knows DL4J. */
@NullMarked
package dev.twinwatch.trainer.training;

import org.jspecify.annotations.NullMarked;
