package dev.twinwatch.engine.cases;

import dev.twinwatch.engine.features.Layout;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The newest cases of a watch, put in and taken back by one thread while many read. */
public final class FraudCases {
    /** So many are held, about 200 bytes each. */
    private static final int MOST = 100_000;
    /** So many are held with their windows. */
    private static final int MOST_COMPARED = 1_000;

    private static final Comparator<FraudCase> BY_AGE =
            Comparator.<FraudCase>comparingLong(c -> c.label().knownAt()).thenComparing(FraudCase::id);

    private final int most;
    private final int mostCompared;
    private final LabelledValues values;
    private final Map<String, FraudCase> byId = new HashMap<>();
    private final NavigableSet<FraudCase> byAge = new TreeSet<>(BY_AGE);
    private final NavigableSet<FraudCase> withWindows = new TreeSet<>(BY_AGE);
    private volatile List<FraudCase> compared = List.of();
    private long beyond;

    /** None yet. */
    public FraudCases(Layout layout) {
        this(layout, MOST, MOST_COMPARED);
    }

    FraudCases(Layout layout, int most, int mostCompared) {
        this.values = new LabelledValues(layout);
        this.most = most;
        this.mostCompared = mostCompared;
    }

    /** Adds a case, or replaces the one with its id. Over the bound, the one that became known first leaves. */
    public synchronized void put(FraudCase added) {
        forget(added.id());
        byId.put(added.id(), added);
        byAge.add(added);
        values.add(added.categories(), added.label());
        if (added.window().isPresent()) {
            withWindows.add(added);
            if (withWindows.size() > mostCompared) {
                FraudCase oldest = withWindows.first();
                withWindows.remove(oldest);
                byAge.remove(oldest);
                byAge.add(oldest.withoutWindow());
                byId.put(oldest.id(), oldest.withoutWindow());
            }
        }
        if (byAge.size() > most) {
            forget(byAge.first().id());
            beyond++;
        }
        compared = List.copyOf(withWindows);
    }

    /** Takes a case back; false where there is none with this id. */
    public synchronized boolean takeBack(String id) {
        boolean known = forget(id);
        compared = List.copyOf(withWindows);
        return known;
    }

    private boolean forget(String id) {
        FraudCase gone = byId.remove(id);
        if (gone == null) {
            return false;
        }
        byAge.remove(gone);
        withWindows.remove(gone);
        values.remove(gone.categories(), gone.label());
        return true;
    }

    /** Whether there is one with this id, of this entity. */
    public synchronized boolean has(String id, String entity) {
        FraudCase found = byId.get(id);
        return found != null && found.entity().equals(entity);
    }

    /** How many are held. */
    public synchronized int size() {
        return byId.size();
    }

    /** How many left because newer ones came. */
    public synchronized long beyond() {
        return beyond;
    }

    /** What they say of values. */
    public KnownLabels labels() {
        return values;
    }

    /** The newest frauds whose windows are at hand, oldest first. */
    public List<FraudCase> compared() {
        return compared;
    }
}
