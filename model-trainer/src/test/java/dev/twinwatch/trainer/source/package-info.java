@NullMarked
package dev.twinwatch.trainer.source;

import org.jspecify.annotations.NullMarked;
