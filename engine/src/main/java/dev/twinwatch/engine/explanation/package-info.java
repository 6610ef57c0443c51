/** Why a window is unlike its entity, in words: what is usual is put back, feature by feature, and scored again. */
@NullMarked
package dev.twinwatch.engine.explanation;

import org.jspecify.annotations.NullMarked;
