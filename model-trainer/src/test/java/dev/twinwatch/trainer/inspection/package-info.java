@NullMarked
package dev.twinwatch.trainer.inspection;

import org.jspecify.annotations.NullMarked;
