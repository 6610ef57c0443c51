/** Proofs about the whole service: a real broker, a real registry, and processes that are killed. */
@NullMarked
package dev.twinwatch.sandbox.proof;

import org.jspecify.annotations.NullMarked;
