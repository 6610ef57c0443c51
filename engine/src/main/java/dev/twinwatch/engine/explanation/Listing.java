package dev.twinwatch.engine.explanation;

import java.util.List;

/** Some texts as part of a sentence: `a`, `a and b`, `a, b and c`. */
final class Listing {
    private Listing() {}

    static String of(List<String> texts) {
        int last = texts.size() - 1;
        return last < 1
                ? String.join("", texts)
                : String.join(", ", texts.subList(0, last)) + " and " + texts.get(last);
    }
}
