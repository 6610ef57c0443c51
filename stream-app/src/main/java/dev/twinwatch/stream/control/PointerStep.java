package dev.twinwatch.stream.control;

import dev.twinwatch.contracts.ModelPointer;
import org.jspecify.annotations.Nullable;

/**
 * One change of the pointer, as it is written and as the audit tells of it.
 *
 * @param after the pointer as it is then
 * @param version of the model that it is about
 * @param what changes, as the audit names it
 * @param from what held there before; null for nothing
 * @param to what holds there then; null for nothing
 * @param why the words of whoever asked, with what was set aside for them
 * @param note what whoever asked should know; may be empty
 */
record PointerStep(
        ModelPointer after,
        String version,
        String what,
        @Nullable String from,
        @Nullable String to,
        String why,
        String note) {}
