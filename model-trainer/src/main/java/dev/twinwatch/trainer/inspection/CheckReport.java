package dev.twinwatch.trainer.inspection;

import java.util.List;

/**
 * What a watch understands of some events.
 *
 * @param lines what was understood, for a terminal
 * @param warnings what works but is probably not meant, each with what to do
 * @param failures what keeps the watch from being trained on these events, each with what to do
 */
public record CheckReport(List<String> lines, List<String> warnings, List<String> failures) {
    public CheckReport {
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
        failures = List.copyOf(failures);
    }
}
