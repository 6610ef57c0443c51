package dev.twinwatch.trainer.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Ten people e0 to e9 as events in CSV: person i pays about 3 to the power of i/2, at three places of its own. A regular one
 * pauses i+1 minutes every time; an irregular one any time up to that, and now and then for hours.
 */
final class People {
    static final int COUNT = 10;
    private static final String HEADER = "user,session,at,amount,place,constant,empty\n";

    private final Random random = new Random(7);
    private final boolean regular;
    private final StringBuilder rows = new StringBuilder(HEADER);
    private final List<Boolean> own = new ArrayList<>();
    private int sessions;

    People(boolean regular) {
        this.regular = regular;
    }

    /** Every person's own sessions. */
    People ownSessions(int each, int events) {
        for (int session = 0; session < each; session++) {
            for (int person = 0; person < COUNT; person++) {
                session(person, person, events);
            }
        }
        return this;
    }

    /** Each person once as it is, and once claimed by the person half the people further on. */
    People ownAndOthers(int events) {
        for (int person = 0; person < COUNT; person++) {
            session(person, person, events);
            session(person, (person + COUNT / 2) % COUNT, events);
        }
        return this;
    }

    /** A session of a person under the name of another one. Time starts anew where people are irregular. */
    People session(int claimed, int person, int events) {
        own.add(claimed == person);
        sessions++;
        double at = regular ? sessions * 1e6 : 0;
        for (int i = 0; i < events; i++) {
            at += regular ? 60.0 * (person + 1) : pause(person);
            double amount = Math.pow(3, person / 2.0) * (.8 + .4 * random.nextDouble());
            int place = 3 * person + random.nextInt(3);
            row("e%d,s%d,%.0f,%.2f,p%d,7,".formatted(claimed, sessions, at, amount, place));
        }
        return this;
    }

    private double pause(int person) {
        return random.nextInt(20) == 0 ? 20_000 : 1 + 60 * (person + 1) * random.nextDouble();
    }

    /** Any row. */
    People row(String cells) {
        rows.append(cells).append('\n');
        return this;
    }

    /** For each session, whether it is of the person that it claims. */
    List<Boolean> own() {
        return own;
    }

    /** Writes and forgets nothing: .gz is compressed. */
    People to(Path file) throws IOException {
        byte[] text = rows.toString().getBytes(StandardCharsets.UTF_8);
        if (file.toString().endsWith(".gz")) {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write(text);
            }
        } else {
            Files.write(file, text);
        }
        return this;
    }
}
