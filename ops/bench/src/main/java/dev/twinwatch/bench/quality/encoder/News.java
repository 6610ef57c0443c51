package dev.twinwatch.bench.quality.encoder;

import java.util.Locale;
import java.util.function.Consumer;

/** Says what goes on, with the time that is left: as long for each training that is to come as for those that are over. */
public final class News {
    private final long begin = System.nanoTime();
    private final int trainings;
    private final Consumer<String> terminal;
    private int over;

    /** Of a run with so many trainings. */
    public News(int trainings, Consumer<String> terminal) {
        this.trainings = trainings;
        this.terminal = terminal;
    }

    /** One line. */
    public void say(String words) {
        long seconds = Math.round(seconds());
        String left = over == 0 || over >= trainings
                ? ""
                : String.format(Locale.ROOT, ", about %d min left", 1 + seconds * (trainings - over) / over / 60);
        terminal.accept(String.format(Locale.ROOT, "[%d:%02d%s] %s", seconds / 60, seconds % 60, left, words));
    }

    /** Seconds since the run began. */
    public double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }

    void trainingIsOver() {
        over++;
    }
}
