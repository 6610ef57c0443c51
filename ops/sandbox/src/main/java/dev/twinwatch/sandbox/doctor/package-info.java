/** Looks at a machine for what is needed, and says what to do where something lacks. */
@NullMarked
package dev.twinwatch.sandbox.doctor;

import org.jspecify.annotations.NullMarked;
