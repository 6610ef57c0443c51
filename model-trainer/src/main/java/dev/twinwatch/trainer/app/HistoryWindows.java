package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.trainer.history.EntityHistory;
import dev.twinwatch.trainer.history.EntityRows;
import dev.twinwatch.trainer.training.TrainingWindows;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Windows of histories, half a window apart: as many as carry something new. Each is read when it is asked for; in memory is
 * where it ends, and the rows of histories that were in memory anyway.
 */
final class HistoryWindows implements TrainingWindows {
    private final int stride;
    private final boolean whole;
    private final List<EntityRows> rows = new ArrayList<>();
    private final List<int[]> lastRows = new ArrayList<>();

    HistoryWindows(Layout layout, List<EntityHistory> histories) {
        this.stride = stride(layout);
        this.whole = layout.watch().sequence().ends();
        for (EntityHistory history : histories) {
            EntityRows own = history.rows(layout);
            rows.add(own);
            lastRows.add(own.lastRows(stride));
        }
    }

    /** How many windows a history has. */
    static int count(Layout layout, EntityHistory history) {
        return history.rows(layout).lastRows(stride(layout)).length;
    }

    private static int stride(Layout layout) {
        return Math.max(1, layout.watch().sequence().length() / 2);
    }

    @Override
    public int entities() {
        return rows.size();
    }

    @Override
    public int count(int entity) {
        return lastRows.get(entity).length;
    }

    @Override
    public Window window(int entity, int index) {
        return rows.get(entity).windowEndingAt(lastRows.get(entity)[index]);
    }

    /** Where sequences end by themselves, their ends say something, and windows stay as they are. */
    @Override
    public Window slice(int entity, int index, RandomGenerator random) {
        int last = lastRows.get(entity)[index];
        int room = whole ? 0 : Math.min(stride - 1, rows.get(entity).following(last));
        return rows.get(entity).windowEndingAt(room == 0 ? last : last + random.nextInt(room + 1));
    }

    /** Windows of about so many events at most, spread evenly over all of them. */
    List<Window> sample(int mostEvents, int length) {
        long all = lastRows.stream().mapToLong(last -> last.length).sum();
        long wanted = Math.min(all, Math.max(1, mostEvents / length));
        List<Window> sample = new ArrayList<>();
        long before = 0;
        for (int entity = 0; entity < entities(); entity++) {
            long after = before + count(entity);
            while (sample.size() < wanted && sample.size() * all / wanted < after) {
                sample.add(window(entity, (int) (sample.size() * all / wanted - before)));
            }
            before = after;
        }
        return sample;
    }
}
