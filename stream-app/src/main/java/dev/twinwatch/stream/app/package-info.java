/** Makes every part from the settings, hands it on, and shuts it down. */
@NullMarked
package dev.twinwatch.stream.app;

import org.jspecify.annotations.NullMarked;
