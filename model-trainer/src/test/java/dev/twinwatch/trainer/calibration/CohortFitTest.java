package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.evidence.Cohort;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Mean embeddings of entities in a plane. */
final class CohortFitTest {
    @Test
    void aCentreIsTheMeanDirectionOfAnEntitysWindows() {
        Cohort cohort = CohortFit.fit(
                List.of(entity("ana"), entity("bob")),
                List.of(List.of(new float[] {1, 0}, new float[] {0.6f, 0.8f}, new float[] {0.6f, -0.8f}), List.of()),
                2);

        assertThat(cohort.entities()).containsExactly(Hash64.of("ana"));
        assertThat(cohort.centres()).containsExactly(1, 0);
    }

    @Test
    void ofManyEntitiesSixtyFourSpreadOverAllAreKept() {
        List<EntityHistory> entities =
                IntStream.range(0, 640).mapToObj(i -> entity("e" + i)).toList();

        Cohort cohort = CohortFit.fit(entities, Collections.nCopies(640, List.of(new float[] {1, 0})), 2);

        assertThat(cohort.entities()).hasSize(64).contains(Hash64.of("e0"), Hash64.of("e630"));
    }

    private static EntityHistory entity(String name) {
        return new EntityHistory(name, List.of());
    }
}
