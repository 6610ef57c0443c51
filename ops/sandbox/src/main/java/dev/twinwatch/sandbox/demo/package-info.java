/** The demo: everything at once on one machine, and what came of it. */
@NullMarked
package dev.twinwatch.sandbox.demo;

import org.jspecify.annotations.NullMarked;
