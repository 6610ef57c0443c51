package dev.twinwatch.stream.comparison;

import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.contracts.ShadowScore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the verdicts of two models on the same events side by side, from the scores that hold both. Two alerts are one story where
 * an event belongs to both.
 */
public final class ShadowComparison {
    private final Tally live;
    private final Tally shadow;
    private final Labelled labelled = new Labelled();
    private final Map<String, Long> scored = new HashMap<>();
    private final Set<Pair> pairs = new LinkedHashSet<>();
    private long events;
    private @Nullable Instant from;
    private @Nullable Instant to;

    private record Pair(String live, String shadow) {}

    /** Of these two models, by the SHA-256 of their bundles; what others scored is passed over. */
    public ShadowComparison(String live, String shadow) {
        this.live = new Tally(Side.LIVE, live);
        this.shadow = new Tally(Side.SHADOW, shadow);
    }

    /** Takes the next feedback; all of it comes before the first score. */
    public void take(Feedback feedback) {
        labelled.take(feedback);
    }

    /** Takes the next score, in the order of its partition. */
    public void take(Score score) {
        ShadowScore along = score.getShadow();
        String model = score.getModelVersion();
        if (along == null || model == null || !live.isOf(model) || !shadow.isOf(along.getModelVersion())) {
            return;
        }
        events++;
        long number = scored.merge(String.valueOf(score.getEntity()), 1L, Long::sum);
        live.take(score, score.getFlagged(), number);
        shadow.take(score, along.getFlagged(), number);
        String ofLive = Side.LIVE.alert(score);
        String ofShadow = Side.SHADOW.alert(score);
        if (ofLive != null && ofShadow != null) {
            pairs.add(new Pair(ofLive, ofShadow));
        }
        labelled.take(score);
        span(score.getEventTime());
    }

    private void span(@Nullable Instant time) {
        if (time != null) {
            from = from == null || time.isBefore(from) ? time : from;
            to = to == null || time.isAfter(to) ? time : to;
        }
    }

    /** What was found so far. */
    public Compared result() {
        Set<String> pairedLive = new LinkedHashSet<>();
        Set<String> pairedShadow = new LinkedHashSet<>();
        List<Long> later = new ArrayList<>();
        for (Pair pair : pairs) {
            Optional<ComparedAlert> first = live.alert(pair.live());
            Optional<ComparedAlert> second = shadow.alert(pair.shadow());
            if (first.isPresent()
                    && second.isPresent()
                    && pairedLive.add(pair.live())
                    && pairedShadow.add(pair.shadow())) {
                later.add(second.get().number() - first.get().number());
            }
        }
        return new Compared(
                events,
                from,
                to,
                live.result(pairedLive, labelled),
                shadow.result(pairedShadow, labelled),
                later.stream().sorted().toList(),
                labelled.scored(Label.FRAUD),
                labelled.scored(Label.LEGITIMATE));
    }
}
