package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Entities that judge a model together.
 *
 * @param model one whose encoder and fit have not seen them, unless the calibration is in-sample
 * @param entities whose histories it is measured on
 */
public record Panel(EvidenceModel model, List<EntityHistory> entities) {
    public Panel {
        entities = List.copyOf(entities);
    }

    Set<String> names() {
        return entities.stream().map(EntityHistory::entity).collect(Collectors.toSet());
    }
}
