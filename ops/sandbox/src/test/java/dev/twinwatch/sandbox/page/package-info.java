/** The page of the service, with a real broker and a real browser. */
@NullMarked
package dev.twinwatch.sandbox.page;

import org.jspecify.annotations.NullMarked;
