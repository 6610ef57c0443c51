@NullMarked
package dev.twinwatch.stream.alerts;

import org.jspecify.annotations.NullMarked;
