package dev.twinwatch.stream.dashboard;

import dev.twinwatch.contracts.Audit;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the audit tells of models: the changes, and the newest report on drift. */
final class ModelHistory {
    private static final String DRIFT = "drift";

    private final Set<ModelChange> changes = new LinkedHashSet<>();
    private @Nullable Audit drift;

    /** Takes the next record; what is not about models is passed over, and what was told before is not told again. */
    void take(Audit audit) {
        ModelChange.of(audit).ifPresent(changes::add);
        if (audit.getWhat().equals(DRIFT) && (drift == null || !audit.getAt().isBefore(drift.getAt()))) {
            drift = audit;
        }
    }

    /** So many of the changes, the newest first. */
    List<ModelChange> newest(int most) {
        return changes.stream()
                .sorted(Comparator.comparingLong(ModelChange::at).reversed())
                .limit(most)
                .toList();
    }

    /** The newest report, where it is about this model; its line names models by their first digits. */
    Optional<String> drift(String shortVersion) {
        return Optional.ofNullable(drift).map(Audit::getWhy).filter(line -> line.contains("model " + shortVersion));
    }
}
