package dev.twinwatch.trainer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * Payments of twelve customers as somebody's file: each pays about 2 to the power of its number in four shops of its own,
 * every one or two hours, with columns that say nothing and one that says too much.
 */
final class Payments {
    static final String HEADER =
            "tx,customer_id,customer_name,card_no,paid_at,amount,shop,online,fax,version,is_fraud\n";
    private static final int CUSTOMERS = 12;
    private static final long FIRST = 1_767_225_600L;

    private final Random random = new Random(5);
    private final StringBuilder rows = new StringBuilder();
    private String header = HEADER;
    private int payments;

    /** So many payments of each customer, by turns. */
    Payments each(int events) {
        for (int i = 0; i < events * CUSTOMERS; i++) {
            int customer = i % CUSTOMERS;
            long time = FIRST + i / CUSTOMERS * 5_400L + customer * 60L + random.nextInt(1_800);
            rows.append(String.format(
                    Locale.ROOT,
                    "TX%05d,%d,Name %d,%d,%d,%.2f,shop-%d,%s,,v1,%d%n",
                    payments++,
                    100 + customer,
                    customer,
                    4_000_000_000_000_000L + 2L * customer + random.nextInt(2),
                    time,
                    Math.pow(2, customer) * (.8 + .4 * random.nextDouble()),
                    4 * customer + random.nextInt(4),
                    random.nextBoolean() ? "yes" : "no",
                    random.nextInt(50) == 0 ? 1 : 0));
        }
        return this;
    }

    /** The same with another name for a column. */
    Payments renamed(String column, String other) {
        header = header.replace(column, other);
        return this;
    }

    /** Any row. */
    Payments row(String cells) {
        rows.append(cells).append('\n');
        return this;
    }

    void to(Path file) throws IOException {
        Files.writeString(file, header + rows);
    }
}
