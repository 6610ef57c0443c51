package dev.twinwatch.trainer.inspection;

import java.util.ArrayList;
import java.util.List;

/** Collects what a check has to say, in its order. */
final class Findings {
    private final List<String> lines = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /** What was understood about something. */
    void line(String about, String words) {
        lines.add(about + ": " + words);
    }

    /** It works, but is probably not meant. */
    void warns(String sentence) {
        warnings.add(sentence);
    }

    /** It does not work. */
    void fails(String sentence) {
        failures.add(sentence);
    }

    CheckReport report() {
        return new CheckReport(lines, warnings, failures);
    }
}
