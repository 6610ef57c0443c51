package dev.twinwatch.engine.explanation;

import dev.twinwatch.engine.features.AlteredWindow;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.recent.NewValues;
import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A category field: its values, and whether the entity ever had them. */
final class CategoryAspect implements Aspect {
    /** What is put back for a value that was new when a reference had it: it came one event ago. */
    private static final float NOT_NEW = 1;
    /** Fewer new values in a window than this are called none. */
    private static final double SELDOM = 0.1;

    private final int field;
    private final int[] novelties;
    private final NewValues texts;
    private final double usuallyNew;
    private final String ofNovelty;
    private final String ofValues;

    /**
     * For one field.
     *
     * @param texts of values that were new
     * @param usuallyNew how many values of it are usually new in a window
     */
    CategoryAspect(Layout layout, String field, NewValues texts, double usuallyNew) {
        this.texts = texts;
        this.field = layout.categories().indexOf(field);
        this.usuallyNew = usuallyNew;
        this.novelties = layout.arrivalsOf(
                f -> f.kind() == FeatureKind.NOVELTY && f.field().equals(field));
        this.ofNovelty = name(layout, field, FeatureKind.NOVELTY, FeatureKind.CATEGORY);
        this.ofValues = name(layout, field, FeatureKind.CATEGORY, FeatureKind.NOVELTY);
    }

    private static String name(Layout layout, String field, FeatureKind kind, FeatureKind other) {
        Map<FeatureKind, String> names = new HashMap<>();
        for (FeatureSpec feature : layout.watch().features()) {
            if (feature.field().equals(field)) {
                names.putIfAbsent(feature.kind(), feature.name());
            }
        }
        return Optional.ofNullable(names.get(kind)).orElseGet(() -> names.getOrDefault(other, field));
    }

    @Override
    public void putBack(AlteredWindow copy, int i, Window other, int j) {
        copy.category(i, field, other.category(j, field));
        for (int novelty : novelties) {
            float age = other.arrival(j, novelty);
            copy.arrival(i, novelty, Float.isInfinite(age) ? NOT_NEW : age);
        }
    }

    @Override
    public Optional<Habits.Done> typical(Habits habits) {
        return new ValueUse(habits, field).typical();
    }

    @Override
    public List<Integer> facts(Window window, Habits habits) {
        if (habits.windows().isEmpty()) {
            return List.of();
        }
        List<Integer> fresh = IntStream.range(0, window.events())
                .filter(i -> IntStream.of(novelties).anyMatch(n -> Float.isInfinite(window.arrival(i, n))))
                .boxed()
                .toList();
        return fresh.size() > usuallyNew ? fresh : List.of();
    }

    @Override
    public Account account(Window window, Habits habits, List<Integer> leading) {
        int fresh = facts(window, habits).size();
        return fresh > 0
                ? ofNew(window, fresh, leading)
                : new ValueUse(habits, field).account(ofValues, window, leading);
    }

    private Account ofNew(Window window, int fresh, List<Integer> leading) {
        List<String> parts = new ArrayList<>();
        for (int i : leading) {
            String text = texts.text(window.firstNumber() + i, field);
            if (!text.isEmpty()) {
                parts.add(text);
            }
        }
        int rest = fresh - parts.size();
        if (rest > 0) {
            parts.add(rest + (parts.isEmpty() ? "" : " more") + (rest == 1 ? " value" : " values"));
        }
        String observed = Listing.of(parts);
        String usual = usuallyNew < SELDOM ? "none new" : String.format(Locale.ROOT, "%.1f new on average", usuallyNew);
        String words = ofNovelty + ": " + observed + (rest > 0 ? "" : ",") + " never used before";
        return new Account(ofNovelty, words, observed, usual, leading);
    }
}
