/** Text of others in sentences of ours: as one line, and with the name that was probably meant. */
@NullMarked
package dev.twinwatch.engine.text;

import org.jspecify.annotations.NullMarked;
