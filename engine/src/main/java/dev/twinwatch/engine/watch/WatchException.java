package dev.twinwatch.engine.watch;

import java.util.List;

/** A watch file that cannot be used, with every problem found, each naming its line and what to write instead. */
public final class WatchException extends IllegalArgumentException {
    private final List<String> problems;

    WatchException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence per problem, in the order of the file's lines. */
    public List<String> problems() {
        return problems;
    }
}
