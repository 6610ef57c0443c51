package dev.twinwatch.engine.features;

import dev.twinwatch.engine.watch.Watch;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times in label files: read by the same code as the times of events, so that both mean the same moment. */
public final class LabelTimes {
    private static final Origin NOWHERE = new Origin("labels", 0, 0, false);

    private final Watch watch;
    private final EventReader reader;

    /** For the labels of events of one watch. */
    public LabelTimes(Watch watch) {
        this.watch = watch;
        this.reader = new EventReader(Layout.of(watch));
    }

    /**
     * Microseconds since 1970, or a position where the watch has no time.
     *
     * @throws IllegalArgumentException with what is expected, to be read behind the name of the row
     */
    public long parse(String column, String text) {
        if (watch.time().isEmpty()) {
            try {
                return Long.parseLong(text.strip());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("has " + column + " " + text
                        + ", expected the position of an event, a whole number, since the watch has no time");
            }
        }
        String field = watch.time().get().field();
        Reading reading = reader.read(path -> path.equals(field) ? text.strip() : filler(path), NOWHERE);
        if (reading instanceof Reading.Understood understood) {
            return understood.event().time();
        }
        throw new IllegalArgumentException("has " + column + " " + text + ", expected a time in "
                + watch.time().get().unit().name().toLowerCase(Locale.ROOT)
                + " as the events of the watch have it");
    }

    /** What every event must have, and nothing else. */
    private @Nullable String filler(String path) {
        boolean needed = path.equals(watch.entity())
                || path.equals(watch.id())
                || path.equals(watch.sequence().by());
        return needed ? "any" : null;
    }
}
