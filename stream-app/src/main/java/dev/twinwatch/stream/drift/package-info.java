/** What is counted so that drift is seen: by each task, then for all of them by day. */
@NullMarked
package dev.twinwatch.stream.drift;

import org.jspecify.annotations.NullMarked;
