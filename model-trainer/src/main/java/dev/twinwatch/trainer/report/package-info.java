/** The page on which a person sees what a training made: one HTML file with its styles and charts, nothing from elsewhere. */
@NullMarked
package dev.twinwatch.trainer.report;

import org.jspecify.annotations.NullMarked;
