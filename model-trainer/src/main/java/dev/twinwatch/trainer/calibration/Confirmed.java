package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.cases.KnownLabels;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What labels bring to a calibration.
 *
 * @param labels what they say of the values of events
 * @param defrauded those against whom frauds were committed
 */
public record Confirmed(KnownLabels labels, List<Defrauded> defrauded) {
    /** Nobody labelled anything. */
    public static final Confirmed NONE = new Confirmed(KnownLabels.NONE, List.of());

    private static final int LEAST_FRAUDS = 20;
    private static final int LEAST_ENTITIES = 5;

    public Confirmed {
        defrauded = List.copyOf(defrauded);
    }

    /**
     * An entity and frauds against it.
     *
     * @param history its own events
     * @param frauds windows whose newest event is fraud, oldest first
     */
    public record Defrauded(EntityHistory history, List<Window> frauds) {
        public Defrauded {
            frauds = List.copyOf(frauds);
        }
    }

    /** Why nothing is learned of how frauds look; empty where there are enough of them, or none at all. */
    public Optional<String> shortfall() {
        return defrauded.isEmpty() || suffices()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%,d confirmed frauds of %,d entities are too few to learn how frauds look: from %d frauds of %d"
                                + " entities on, the limit looks for these too",
                        frauds(),
                        defrauded.size(),
                        LEAST_FRAUDS,
                        LEAST_ENTITIES));
    }

    boolean suffices() {
        return frauds() >= LEAST_FRAUDS && defrauded.size() >= LEAST_ENTITIES;
    }

    private int frauds() {
        return defrauded.stream().mapToInt(d -> d.frauds().size()).sum();
    }

    /** The same without what happened to some. */
    Confirmed without(Collection<String> entities) {
        return new Confirmed(
                labels,
                defrauded.stream()
                        .filter(d -> !entities.contains(d.history().entity()))
                        .toList());
    }
}
