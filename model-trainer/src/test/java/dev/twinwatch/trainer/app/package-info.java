@NullMarked
package dev.twinwatch.trainer.app;

import org.jspecify.annotations.NullMarked;
