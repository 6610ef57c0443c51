/** The commands demo and sandbox. */
@NullMarked
package dev.twinwatch.sandbox.app;

import org.jspecify.annotations.NullMarked;
