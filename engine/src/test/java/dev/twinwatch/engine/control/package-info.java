@NullMarked
package dev.twinwatch.engine.control;

import org.jspecify.annotations.NullMarked;
