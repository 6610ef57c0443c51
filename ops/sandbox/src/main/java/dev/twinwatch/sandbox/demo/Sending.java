package dev.twinwatch.sandbox.demo;

import dev.twinwatch.sandbox.demo.recording.Sample;
import dev.twinwatch.sandbox.demo.screen.Pace;
import dev.twinwatch.sandbox.demo.screen.Screen;
import dev.twinwatch.sandbox.demo.traffic.AlreadySent;
import dev.twinwatch.sandbox.demo.traffic.EventSender;
import dev.twinwatch.sandbox.demo.traffic.Ledger;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/** Sends what no earlier run sent, and shows how it goes and how long it still takes. */
final class Sending {
    private static final int EVENTS_PER_LINE = 64;

    private final EventSender sender;
    private final AlreadySent before;
    private final Screen screen;

    Sending(EventSender sender, AlreadySent before, Screen screen) {
        this.sender = sender;
        this.before = before;
        this.screen = screen;
    }

    /** Returns with the last outcome; the seconds that it took. */
    double all(List<Sample> samples, Ledger ledger, String done) throws Exception {
        int earlier = (int) samples.stream().filter(before::has).count();
        String words = earlier == 0
                ? done
                : String.format(Locale.ROOT, "%s (%,d of %,d events in an earlier run)", done, earlier, samples.size());
        return screen.step(words, () -> {
                    sender.send(samples, before, ledger, progress(done, earlier, samples.size()));
                    return ledger;
                })
                .seconds();
    }

    private IntConsumer progress(String done, int earlier, int of) {
        Pace pace = new Pace();
        return sent -> {
            if (sent % EVENTS_PER_LINE == 0) {
                screen.progress(
                        String.format(Locale.ROOT, "          %s: %,d of %,d events", done, sent, of),
                        pace.left(sent - earlier, of - earlier));
            }
        };
    }
}
