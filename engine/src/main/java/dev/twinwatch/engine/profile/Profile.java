package dev.twinwatch.engine.profile;

import dev.twinwatch.engine.features.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The references of one entity: at most a given number of windows, oldest first. The only truth about an entity; means and
 * embeddings belong to one model and are computed from it.
 *
 * @param revision counts up with each change
 * @param references in the order of their events
 */
public record Profile(int revision, List<Reference> references) {
    /** An entity without references. */
    public static final Profile EMPTY = new Profile(0, List.of());

    public Profile {
        references = List.copyOf(references);
    }

    /** With one more reference; the oldest leaves when there are more than {@code most}. */
    public Profile with(Reference added, int most) {
        List<Reference> all = new ArrayList<>(references);
        all.removeIf(r -> r.window().lastNumber() == added.window().lastNumber());
        all.add(added);
        all.sort(Comparator.comparingLong(r -> r.window().lastNumber()));
        return new Profile(revision + 1, all.subList(Math.max(0, all.size() - most), all.size()));
    }

    /** Without the references that reach into or come after an event: what a fraud since then may have spoilt. */
    public Profile withoutSince(long eventNumber) {
        return new Profile(
                revision + 1,
                references.stream()
                        .filter(r -> r.window().lastNumber() < eventNumber
                                || r.why() == Reference.Why.LEGITIMATE
                                || r.why() == Reference.Why.ENROLLED)
                        .toList());
    }

    /** The windows alone. */
    public List<Window> windows() {
        return references.stream().map(Reference::window).toList();
    }
}
