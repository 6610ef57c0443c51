@NullMarked
package dev.twinwatch.acceptance;

import org.jspecify.annotations.NullMarked;
