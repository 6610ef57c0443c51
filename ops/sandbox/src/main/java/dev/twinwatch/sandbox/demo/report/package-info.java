/** What a demo tells, for people and for programs. */
@NullMarked
package dev.twinwatch.sandbox.demo.report;

import org.jspecify.annotations.NullMarked;
