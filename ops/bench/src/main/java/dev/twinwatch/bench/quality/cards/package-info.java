/** Simulated card transactions with three kinds of fraud: Reproducible Machine Learning for Credit Card Fraud Detection, 2022. */
@NullMarked
package dev.twinwatch.bench.quality.cards;

import org.jspecify.annotations.NullMarked;
