package dev.twinwatch.trainer.inspection;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The name that was probably meant. */
final class NearName {
    private static final int SHOWN = 20;

    private NearName() {}

    /** To be added to a sentence that names something unknown. */
    static String suggestion(String name, List<String> known) {
        return of(name, known)
                .map(near -> ": did you mean " + near + "?")
                .orElse(
                        known.size() <= SHOWN
                                ? ": it has " + String.join(", ", known)
                                : ": it has " + String.join(", ", known.subList(0, SHOWN)) + " and "
                                        + (known.size() - SHOWN) + " more");
    }

    /** The known name with the fewest letters to change, at most a third of them. */
    static Optional<String> of(String name, List<String> known) {
        String wanted = plain(name);
        return known.stream()
                .filter(candidate -> 3 * distance(wanted, plain(candidate)) <= Math.max(wanted.length(), 3))
                .min(Comparator.comparingInt(candidate -> distance(wanted, plain(candidate))));
    }

    /** Capitals and separators are what people confuse first. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Levenshtein's: insertions, deletions and replacements. */
    private static int distance(String left, String right) {
        int[] above = new int[right.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = above[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[right.length()];
    }
}
