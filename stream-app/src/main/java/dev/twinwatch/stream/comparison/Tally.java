package dev.twinwatch.stream.comparison;

import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Score;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one of the models said of the events so far. */
final class Tally {
    private final Side side;
    private final String version;
    private final Map<String, ComparedAlert> alerts = new LinkedHashMap<>();
    private long flagged;

    Tally(Side side, String version) {
        this.side = side;
        this.version = version;
    }

    /** Whether it is that model which speaks in the score. */
    boolean isOf(String model) {
        return version.equals(model);
    }

    /**
     * Takes a score that both models have part in, the so-manieth of its entity. An alert counts from its first event over the
     * limit here: what was open before and only waits for its end says nothing of these events.
     */
    void take(Score score, boolean over, long number) {
        if (over) {
            flagged++;
        }
        String id = side.alert(score);
        if (id != null && (over || alerts.containsKey(id))) {
            double evidence = side.evidence(score);
            alerts.merge(id, ComparedAlert.first(id, score, number, evidence), (known, now) -> known.and(evidence));
        }
    }

    Optional<ComparedAlert> alert(String id) {
        return Optional.ofNullable(alerts.get(id));
    }

    Compared.OfModel result(Set<String> paired, Labelled labelled) {
        return new Compared.OfModel(
                version,
                flagged,
                alerts.size(),
                alerts.values().stream()
                        .filter(alert -> !paired.contains(alert.id()))
                        .toList(),
                labelled.raised(Label.FRAUD, side),
                labelled.raised(Label.LEGITIMATE, side));
    }
}
