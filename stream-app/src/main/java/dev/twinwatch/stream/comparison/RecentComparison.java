package dev.twinwatch.stream.comparison;

import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.settings.Settings;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The comparison by the newest scores; many who look within half a minute cost as much as one. */
public final class RecentComparison {
    /** Some seconds of reading at most, whatever the topics hold. */
    private static final long RECORDS = 100_000;

    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Comparing comparing;
    private final Supplier<?> followed;
    private @Nullable ComparisonReport report;
    private @Nullable Object madeUnder;
    private long madeAt;

    /**
     * On the topics of one watch.
     *
     * @param followed which models are live and shadow, as this instance knows it; another value after each change
     */
    public RecentComparison(Settings settings, SchemaRegistry registry, Supplier<?> followed) {
        this.followed = followed;
        this.comparing = new Comparing(settings, registry);
    }

    /**
     * As it was at most half a minute ago, of the models that are live and shadow now.
     *
     * @throws RuntimeException with one sentence where there is no live or no shadow model, or a topic cannot be read
     */
    public synchronized ComparisonReport now() throws InterruptedException {
        Object now = followed.get();
        ComparisonReport known = report;
        if (known == null || !Objects.equals(now, madeUnder) || System.nanoTime() - madeAt > KEPT_NANOS) {
            known = comparing.ofNewest(RECORDS);
            report = known;
            madeUnder = now;
            madeAt = System.nanoTime();
        }
        return known;
    }
}
