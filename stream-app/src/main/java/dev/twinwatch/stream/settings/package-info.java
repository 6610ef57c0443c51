/** What can be set from outside: one YAML file, environment variables, names of topics. */
@NullMarked
package dev.twinwatch.stream.settings;

import org.jspecify.annotations.NullMarked;
