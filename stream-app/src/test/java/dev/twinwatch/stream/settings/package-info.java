/** Settings under test. */
@NullMarked
package dev.twinwatch.stream.settings;

import org.jspecify.annotations.NullMarked;
