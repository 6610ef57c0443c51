/** Simulated takeovers by style, number of references and budget, beside detectors that one would otherwise pick. */
@NullMarked
package dev.twinwatch.bench.quality.takeovers;

import org.jspecify.annotations.NullMarked;
