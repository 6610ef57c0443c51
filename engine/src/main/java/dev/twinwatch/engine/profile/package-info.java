/** The reference windows of one entity: the cold state. */
@NullMarked
package dev.twinwatch.engine.profile;

import org.jspecify.annotations.NullMarked;
