/** The commands demo, sandbox and doctor. */
@NullMarked
package dev.twinwatch.sandbox.app;

import org.jspecify.annotations.NullMarked;
