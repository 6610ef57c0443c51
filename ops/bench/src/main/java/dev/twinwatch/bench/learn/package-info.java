/** The whole circle in one run: alerts, what people say of them, a new model, its trial beside the old one, its promotion. */
@NullMarked
package dev.twinwatch.bench.learn;

import org.jspecify.annotations.NullMarked;
