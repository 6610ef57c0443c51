package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Window;
import java.util.List;

/** Pairs of windows of which somebody said whether they are alike: what training learns from without identities. */
public record PairedWindows(List<Pair> pairs) {
    /** Two windows that own their bytes, and whether they are of one entity. */
    public record Pair(Window left, Window right, boolean alike) {}

    public PairedWindows {
        pairs = List.copyOf(pairs);
    }

    /** Whether there are alike and unlike pairs: neither alone teaches anything. */
    public boolean hasBothKinds() {
        return pairs.stream().anyMatch(Pair::alike) && !pairs.stream().allMatch(Pair::alike);
    }
}
