/** What is counted so that the limit follows the budget. */
@NullMarked
package dev.twinwatch.stream.limits;

import org.jspecify.annotations.NullMarked;
