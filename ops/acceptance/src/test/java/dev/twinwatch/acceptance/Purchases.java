package dev.twinwatch.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;

/**
 * A stream that nobody here has a watch for: twenty-four people who buy, each in three shops of its own and at its own price
 * level, about every four hours. One of them is robbed near the end: a thief buys in shops where the victim never was.
 */
final class Purchases {
    static final String VICTIM = "member-07";
    private static final int MEMBERS = 24;
    private static final int HISTORY = 120;
    private static final int TODAY = 20;
    private static final int THIEF_FROM = HISTORY + 6;
    private static final long FOUR_HOURS = 14_400;

    private final Random random = new Random(11);
    private final Path folder;
    private int purchases;

    Purchases(Path folder) {
        this.folder = folder;
    }

    /** history.csv and today.csv. */
    void write() throws IOException {
        Files.writeString(folder.resolve("history.csv"), rows(0, HISTORY));
        Files.writeString(folder.resolve("today.csv"), rows(HISTORY, HISTORY + TODAY));
    }

    private String rows(int from, int to) {
        StringBuilder rows = new StringBuilder("order_id,bought_at,member,shop,paid_eur,by_phone\n");
        for (int round = from; round < to; round++) {
            for (int member = 0; member < MEMBERS; member++) {
                boolean thief = round >= THIEF_FROM && name(member).equals(VICTIM);
                row(rows, round, member, thief ? 19 : member);
            }
        }
        return rows.toString();
    }

    private void row(StringBuilder rows, int round, int named, int buyer) {
        long seconds = round * FOUR_HOURS + named * 300L + random.nextInt(300);
        rows.append(String.format(
                Locale.ROOT,
                "o%05d,%s,%s,shop %d,%.2f,%s%n",
                purchases++,
                Instant.ofEpochSecond(1_767_225_600L + seconds),
                name(named),
                3 * buyer + random.nextInt(3),
                5 * Math.exp(buyer / 6.0) * (.7 + .6 * random.nextDouble()),
                random.nextInt(MEMBERS) < buyer ? "yes" : "no"));
    }

    private static String name(int member) {
        return String.format(Locale.ROOT, "member-%02d", member);
    }
}
