/** What people confirmed of events, for the events of everybody. */
@NullMarked
package dev.twinwatch.engine.cases;

import org.jspecify.annotations.NullMarked;
