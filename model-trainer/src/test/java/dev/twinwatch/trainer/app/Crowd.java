package dev.twinwatch.trainer.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Many users by turns, an event an hour each, with an amount around one of their own at six places of their own. */
final class Crowd {
    private static final long FIRST = 1_700_000_000L;

    private final Random random = new Random(1);
    private final int users;
    private final int events;

    /** With so many events of each. */
    Crowd(int users, int events) {
        this.users = users;
        this.events = events;
    }

    void to(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("user,at,amount,place\n");
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < events; i++) {
                for (int user = 0; user < users; user++) {
                    row.setLength(0);
                    row.append('u').append(user);
                    row.append(',').append(FIRST + i * 3_600L + random.nextInt(3_600));
                    row.append(',').append(10 + user % 97 + random.nextInt(20));
                    row.append('.').append(10 + random.nextInt(90));
                    row.append(",p")
                            .append((user * 7 + random.nextInt(6)) % 5_000)
                            .append('\n');
                    out.append(row);
                }
            }
        }
    }
}
