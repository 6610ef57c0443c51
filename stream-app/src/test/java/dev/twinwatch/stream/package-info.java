/** A small watch, its models and a registry for the tests of the service. */
@NullMarked
package dev.twinwatch.stream;

import org.jspecify.annotations.NullMarked;
