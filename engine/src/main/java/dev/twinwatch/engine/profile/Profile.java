package dev.twinwatch.engine.profile;

import dev.twinwatch.engine.features.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

    /**
     * With one more reference. When there are more than {@code most}, the oldest leaves that no person vouched for; but where
     * more than half of the places are LEGITIMATE, the oldest of those leaves, which may be the one that was to be added.
     */
    public Profile with(Reference added, int most) {
        List<Reference> all = new ArrayList<>(references);
        all.removeIf(r -> r.window().lastNumber() == added.window().lastNumber());
        all.add(added);
        all.sort(Comparator.comparingLong(r -> r.window().lastNumber()));
        while (all.size() > most) {
            long legitimate = all.stream().filter(Profile::isLegitimate).count();
            boolean tooMany = legitimate > most / 2;
            Reference leaving = all.stream()
                    .filter(r -> isLegitimate(r) == tooMany)
                    .findFirst()
                    .orElseThrow();
            all.remove(leaving);
        }
        return new Profile(revision + 1, all);
    }

    private static boolean isLegitimate(Reference reference) {
        return reference.why() == Reference.Why.LEGITIMATE;
    }

    /** The next revision, with these references alone. */
    public Profile replacedBy(List<Reference> others) {
        return new Profile(revision + 1, others);
    }

    /** Those that a person or the sender of their events vouched for. */
    public List<Reference> vouchedFor() {
        return references.stream()
                .filter(r -> r.why() == Reference.Why.ENROLLED || r.why() == Reference.Why.LEGITIMATE)
                .toList();
    }

    /** Whether a window that ends with this event is among the references. */
    public boolean has(long lastNumber) {
        return references.stream().anyMatch(r -> r.window().lastNumber() == lastNumber);
    }

    /**
     * Without the references that reach into or come after an event: what a fraud since then may have spoilt. Windows that
     * people vouched for stay, unless one that a person called legitimate holds one of the frauds itself: the newer word counts.
     *
     * @param eventNumber running number of the event
     * @param frauds running numbers of the events that are said to be fraud
     */
    public Profile withoutSince(long eventNumber, List<Long> frauds) {
        return new Profile(
                revision + 1,
                references.stream()
                        .filter(r -> r.window().lastNumber() < eventNumber || isVouchedFor(r, frauds))
                        .toList());
    }

    private static boolean isVouchedFor(Reference reference, List<Long> frauds) {
        return switch (reference.why()) {
            case ENROLLED -> true;
            case LEGITIMATE -> frauds.stream().noneMatch(reference.window()::holds);
            case LEARNED, ABSORBED -> false;
        };
    }

    /**
     * Running number of the first event in any reference that happened at a time or later; {@link Long#MAX_VALUE} if all are
     * older.
     */
    public long firstSince(long time) {
        long first = Long.MAX_VALUE;
        for (Window window : windows()) {
            for (int i = 0; i < window.events(); i++) {
                if (window.time(i) >= time) {
                    first = Math.min(first, window.firstNumber() + i);
                }
            }
        }
        return first;
    }

    /** Running numbers of the last events of the windows that a person called legitimate. */
    public Set<Long> legitimate() {
        return references.stream()
                .filter(Profile::isLegitimate)
                .map(r -> r.window().lastNumber())
                .collect(Collectors.toSet());
    }

    /** The windows alone. */
    public List<Window> windows() {
        return references.stream().map(Reference::window).toList();
    }
}
