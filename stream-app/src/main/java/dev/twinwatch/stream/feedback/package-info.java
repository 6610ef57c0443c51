/** What people found out, written for the stream to hear. */
@NullMarked
package dev.twinwatch.stream.feedback;

import org.jspecify.annotations.NullMarked;
