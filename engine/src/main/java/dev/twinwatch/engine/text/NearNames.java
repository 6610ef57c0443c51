package dev.twinwatch.engine.text;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds which of some names was probably meant by one that is not among them. */
public final class NearNames {
    private NearNames() {}

    /** The names that lack, each with the near one if there is any: `amout (did you mean amount?), at`. */
    public static String withHints(List<String> lacking, List<String> present) {
        return String.join(
                ", ",
                lacking.stream()
                        .map(name -> name
                                + nearest(name, present)
                                        .map(near -> " (did you mean " + near + "?)")
                                        .orElse(""))
                        .toList());
    }

    /** The one with the fewest letters to change: none but case and punctuation, or one in three. */
    public static Optional<String> nearest(String name, List<String> present) {
        String bare = bare(name);
        return present.stream()
                .filter(other -> !other.equals(name) && distance(bare, bare(other)) <= bare.length() / 3)
                .min(Comparator.comparingInt(other -> distance(bare, bare(other))));
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Letters to insert, remove or replace (Levenshtein). */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }
}
