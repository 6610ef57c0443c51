package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.evidence.Cohort;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Mean embeddings of entities in a plane. */
final class CohortFitTest {
    @Test
    void aCentreIsTheMeanDirectionOfAnEntitysWindows() {
        List<EntityHistory> entities =
                IntStream.range(0, 9).mapToObj(i -> entity("e" + i)).toList();
        List<List<float[]>> embeddings = new ArrayList<>(Collections.nCopies(
                8, List.of(new float[] {1, 0}, new float[] {0.6f, 0.8f}, new float[] {0.6f, -0.8f})));
        embeddings.add(0, List.of());

        Cohort cohort = CohortFit.fit(entities, embeddings, 2);

        assertThat(cohort.entities()).as("the first has no window").hasSize(8).doesNotContain(Hash64.of("e0"));
        assertThat(cohort.names()).startsWith("e1", "e2").hasSize(8);
        assertThat(cohort.centres()).startsWith(1, 0);
    }

    @Test
    void ofFewEntitiesThereIsNoCohort() {
        List<EntityHistory> entities =
                IntStream.range(0, 7).mapToObj(i -> entity("e" + i)).toList();

        assertThat(CohortFit.fit(entities, Collections.nCopies(7, List.of(new float[] {1, 0})), 2)
                        .entities())
                .isEmpty();
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
