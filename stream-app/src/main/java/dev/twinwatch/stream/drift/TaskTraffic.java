package dev.twinwatch.stream.drift;

import dev.twinwatch.engine.detection.Outcome;
import dev.twinwatch.engine.drift.TrafficCounter;
import dev.twinwatch.engine.drift.TrafficCounts;
import dev.twinwatch.engine.drift.UsualTraffic;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one task counted of genuine traffic since it last told; makes no objects per event while the day lasts. What was not told
 * when a task ends is lost: it is a few seconds of events, and only shares count.
 */
public final class TaskTraffic {
    private static final long DAY_MICROS = TimeUnit.DAYS.toMicros(1);
    /** Days and models at a time; some clocks are wrong, and what goes beyond is not counted. */
    private static final int MOST = 16;

    private static final String NO_MODEL = "";

    private final Layout layout;
    private final boolean hasDays;
    private final Map<DayCounts.Under, TrafficCounter> untold = new LinkedHashMap<>();
    private final Map<Long, DayCounts> judged = new LinkedHashMap<>();
    private @Nullable TrafficCounter counter;
    private String model = NO_MODEL;
    private long day = Long.MIN_VALUE;

    /** For events of this layout; counts nothing where their times have no days. */
    public TaskTraffic(Layout layout) {
        this.layout = layout;
        this.hasDays = layout.watch().hasCalendar();
    }

    /**
     * Counts one event, if it is taken for the entity's own and the model knows what is usual.
     *
     * @param version SHA-256 of the bundle that decided
     */
    public void count(String version, Optional<UsualTraffic> usual, Event event, Outcome.Scored scored) {
        if (!hasDays || usual.isEmpty() || !scored.isUsual()) {
            return;
        }
        long dayOfEvent = Math.floorDiv(event.time(), DAY_MICROS);
        if (counter == null || dayOfEvent != day || !version.equals(model)) {
            day = dayOfEvent;
            model = version;
            counter = counterOf(usual.get());
        }
        if (counter != null) {
            counter.count(event, scored.evidence(), scored.absorbed());
        }
    }

    private @Nullable TrafficCounter counterOf(UsualTraffic usual) {
        DayCounts.Under under = new DayCounts.Under(model, day);
        TrafficCounter known = untold.get(under);
        if (known == null && untold.size() < MOST) {
            known = new TrafficCounter(usual, layout);
            untold.put(under, known);
        }
        return known;
    }

    /**
     * Counts one alert of which people found out whether it is right, on the day that the events have come to.
     *
     * @param heardAt milliseconds since 1970, for a task without events
     */
    public void judged(boolean fraud, long heardAt) {
        if (!hasDays) {
            return;
        }
        long on = day == Long.MIN_VALUE ? Math.floorDiv(heardAt, TimeUnit.DAYS.toMillis(1)) : day;
        judged.computeIfAbsent(on, d -> new DayCounts(new DayCounts.Under(NO_MODEL, d), TrafficCounts.of()))
                .judged(fraud);
    }

    /** All since the last call. */
    public List<DayCounts> take() {
        List<DayCounts> all = new ArrayList<>(judged.values());
        untold.forEach((under, counted) -> all.add(new DayCounts(under, counted.counts())));
        untold.clear();
        judged.clear();
        counter = null;
        return all;
    }
}
