package dev.twinwatch.engine.evidence;

import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Inputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The references of one entity under one model, and what is computed from those that count: a reference counts once the
 * window that is compared shares no event with it.
 */
public final class References {
    private final List<Reference> all = new ArrayList<>();
    private final EvidenceModel model;
    private final Recency recency;
    private final long entity;
    private final Set<Integer> lacking;
    private final int[] unknown;
    private final Pool none;
    private Set<Long> confirmedNumbers = Set.of();
    private int counting = -1;

    private @Nullable Inputs rows;
    private Pool pool;
    private @Nullable Pool confirmed;

    /**
     * Of no window yet.
     *
     * @param lacking {@link dev.twinwatch.engine.features.Layout#places() places} of values that they do not have
     */
    References(EvidenceModel model, Recency recency, long entity, Set<Integer> lacking) {
        this.model = model;
        this.recency = recency;
        this.entity = entity;
        this.lacking = Set.copyOf(lacking);
        this.unknown = model.inputsOf(model.layout().featuresOf(lacking));
        this.none = new Pool(model, recency, List.of());
        this.pool = none;
    }

    /** Hash of the name of whose they are; 0 where nobody said. */
    public long entity() {
        return entity;
    }

    /** Places of the values that they do not have; a window is compared without them, too. */
    public Set<Integer> lacking() {
        return lacking;
    }

    /** Which inputs of the fusion speak of these values alone. */
    int[] unknown() {
        return unknown;
    }

    /** Where the rows of this entity's newest window are kept. */
    Inputs rows(Featurizer featurizer) {
        if (rows == null) {
            rows = featurizer.newInputs();
        }
        return rows;
    }

    void add(Reference reference) {
        all.add(reference);
        counting = -1;
    }

    /** Forgets all but those windows, known by their last event. */
    void keepOnly(Set<Long> lastNumbers) {
        all.removeIf(reference -> !lastNumbers.contains(reference.lastNumber()));
        counting = -1;
    }

    /** Says which ones, known by their last event, a person called the entity's own: a window like them alone is its own. */
    public void confirm(Set<Long> lastNumbers) {
        confirmedNumbers = Set.copyOf(lastNumbers);
        counting = -1;
    }

    /** Whether all of them end before an event. */
    public boolean endsBefore(long eventNumber) {
        return all.isEmpty() || all.get(all.size() - 1).lastNumber() < eventNumber;
    }

    /** Whether there is one for each of these last events. */
    public boolean hasAll(List<Long> lastNumbers) {
        return lastNumbers.stream()
                .allMatch(number -> all.stream().anyMatch(reference -> reference.lastNumber() == number));
    }

    /** Lets exactly those references count that end before an event; returns how many. */
    public int endingBefore(long eventNumber) {
        int now = all.size();
        while (now > 0 && all.get(now - 1).lastNumber() >= eventNumber) {
            now--;
        }
        if (now != counting) {
            counting = now;
            pool = now == 0 ? none : new Pool(model, recency, all.subList(0, now));
            confirmed = null;
        }
        return now;
    }

    /** Those that count. */
    Pool pool() {
        return pool;
    }

    /** Those that count and that a person confirmed; made when asked for, since few entities have any. */
    Pool confirmed() {
        if (confirmedNumbers.isEmpty()) {
            return none;
        }
        if (confirmed == null) {
            confirmed = new Pool(
                    model,
                    recency,
                    all.subList(0, Math.max(0, counting)).stream()
                            .filter(reference -> confirmedNumbers.contains(reference.lastNumber()))
                            .toList());
        }
        return confirmed;
    }
}
