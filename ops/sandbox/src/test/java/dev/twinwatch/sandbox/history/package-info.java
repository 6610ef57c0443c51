/** The commands of the trainer on topics of a real broker, with and without passwords. */
@NullMarked
package dev.twinwatch.sandbox.history;

import org.jspecify.annotations.NullMarked;
