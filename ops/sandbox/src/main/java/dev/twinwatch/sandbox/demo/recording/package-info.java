/** What a demo streams, and the truth about it. */
@NullMarked
package dev.twinwatch.sandbox.demo.recording;

import org.jspecify.annotations.NullMarked;
