@NullMarked
package dev.twinwatch.engine.cases;

import org.jspecify.annotations.NullMarked;
