package dev.twinwatch.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.watch.EncoderKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EntityLessonTest {
    private static final Hyperparameters SETTINGS = Hyperparameters.defaults().with("batchWindows", "2");
    private final SyntheticUsers users = SyntheticUsers.with(1, 0, 8, 4, 5);
    private final TrainingWindows windows = users.users(4, 6);
    /** Three windows that somebody else made in the name of user 2. */
    private final List<Window> fraud = List.of(users.window(4), users.window(4), users.window(4));

    @Test
    void windowsConfirmedAsFraudAreAnIdentityOfTheirOwnInEveryBatchOfTheirEntity() {
        EntityLesson lesson = new EntityLesson(EncoderKind.BAG, windows, fraudsAgainst(2), SETTINGS, true);

        for (int iteration = 0; iteration < 20; iteration++) {
            Batch batch = lesson.batch(iteration);

            assertThat(batch.labels()).containsExactly(0, 0, 1, 1, 2, 2, 3, 3, 4, 4);
            assertThat(batch.windows().subList(0, 8)).doesNotContainAnyElementsOf(fraud);
            assertThat(fraud).containsAll(batch.windows().subList(8, 10));
        }
    }

    @Test
    void pairsAreNeverAlikeWithAFraud() {
        EntityLesson lesson = new EntityLesson(
                EncoderKind.BAG, windows, fraudsAgainst(2), Hyperparameters.of(LossKind.CONTRASTIVE), true);

        Batch batch = lesson.batch(0);

        assertThat(batch.windows()).containsAnyElementsOf(fraud);
        for (int row = 0; row < batch.labels().length; row++) {
            if (fraud.contains(batch.windows().get(row))) {
                assertThat(batch.labels()[row]).isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(LossKind.class)
    void batchDependsOnSeedAndIterationAlone(LossKind loss) {
        Hyperparameters settings = Hyperparameters.of(loss);
        EntityLesson one = new EntityLesson(EncoderKind.BAG, windows, fraudsAgainst(2), settings, true);
        EntityLesson other = new EntityLesson(EncoderKind.BAG, windows, fraudsAgainst(2), settings, true);
        one.batch(0);
        one.batch(1);

        assertThat(one.batch(7).windows()).isEqualTo(other.batch(7).windows());
        assertThat(one.batch(7).windows()).isNotEqualTo(one.batch(8).windows());
    }

    @Test
    void aSetLearnsFromPartsOfWindows() {
        EntityLesson ofSet = new EntityLesson(EncoderKind.SET, windows, fraudsAgainst(2), SETTINGS, true);
        EntityLesson ofBag = new EntityLesson(EncoderKind.BAG, windows, fraudsAgainst(2), SETTINGS, true);
        Set<Integer> lengths = new TreeSet<>();

        for (int iteration = 0; iteration < 50; iteration++) {
            ofSet.batch(iteration).windows().forEach(part -> lengths.add(part.events()));
            assertThat(ofBag.batch(iteration).windows())
                    .allSatisfy(window -> assertThat(window.events()).isEqualTo(4));
        }

        assertThat(lengths).containsExactly(1, 2, 3, 4);
    }

    private TrainingWindows fraudsAgainst(int entity) {
        List<List<Window>> byEntity = new ArrayList<>(Collections.nCopies(4, List.of()));
        byEntity.set(entity, fraud);
        return TrainingWindows.of(byEntity);
    }
}
