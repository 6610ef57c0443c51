@NullMarked
package dev.twinwatch.trainer;

import org.jspecify.annotations.NullMarked;
