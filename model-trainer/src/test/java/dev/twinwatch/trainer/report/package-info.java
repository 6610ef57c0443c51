@NullMarked
package dev.twinwatch.trainer.report;

import org.jspecify.annotations.NullMarked;
