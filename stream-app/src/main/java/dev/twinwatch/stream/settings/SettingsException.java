package dev.twinwatch.stream.settings;

import java.util.List;

/** Settings that cannot be used, with every problem found, each naming its key, its value and what to write instead. */
public final class SettingsException extends IllegalArgumentException {
    private final List<String> problems;

    SettingsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence per problem. */
    public List<String> problems() {
        return problems;
    }
}
