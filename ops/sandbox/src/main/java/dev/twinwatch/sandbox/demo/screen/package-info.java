/** The terminal, or whatever stands in its place. */
@NullMarked
package dev.twinwatch.sandbox.demo.screen;

import org.jspecify.annotations.NullMarked;
