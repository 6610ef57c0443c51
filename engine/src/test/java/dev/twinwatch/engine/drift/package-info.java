@NullMarked
package dev.twinwatch.engine.drift;

import org.jspecify.annotations.NullMarked;
