/** Proof that parties which nobody here wrote understand what we write, and we what they write. */
@NullMarked
package dev.twinwatch.interop;

import org.jspecify.annotations.NullMarked;
