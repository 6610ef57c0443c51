@NullMarked
package dev.twinwatch.trainer.scoring;

import org.jspecify.annotations.NullMarked;
