/** What stands in for running the containers where no engine is: files held against schema, code and each other. */
@NullMarked
package dev.twinwatch.sandbox.compose;

import org.jspecify.annotations.NullMarked;
