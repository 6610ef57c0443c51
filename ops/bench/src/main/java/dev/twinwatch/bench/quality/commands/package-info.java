/** Unix commands of masqueraders: Schonlau et al. 2001. */
@NullMarked
package dev.twinwatch.bench.quality.commands;

import org.jspecify.annotations.NullMarked;
