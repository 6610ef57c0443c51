/** Programs of others as processes, and what happens where a machine lacks them. */
@NullMarked
package dev.twinwatch.interop.program;

import org.jspecify.annotations.NullMarked;
