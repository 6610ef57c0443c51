/** What a person sees of a running service: the recent alerts with what people said of them, rates, and its state. */
@NullMarked
package dev.twinwatch.stream.dashboard;

import org.jspecify.annotations.NullMarked;
