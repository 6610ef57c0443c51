/** The process that trains anew beside the running service, one at a time however many replicas run. */
@NullMarked
package dev.twinwatch.retrainer;

import org.jspecify.annotations.NullMarked;
