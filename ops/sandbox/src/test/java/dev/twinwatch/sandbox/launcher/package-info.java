/** The script at the root that runs every command. */
@NullMarked
package dev.twinwatch.sandbox.launcher;

import org.jspecify.annotations.NullMarked;
