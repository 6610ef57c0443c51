package dev.twinwatch.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.network.Encoder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnseenEntitiesTest {
    private final SyntheticUsers users = SyntheticUsers.with(1, 0, 32, 4, 5);

    @Test
    void aThirdOfTheEntitiesIsKeptOutAndTheOthersKeepTheirIndex() {
        TrainingWindows all = users.users(12, 4);

        TrainingWindows others = unseen(all).others();

        List<Integer> left = new ArrayList<>();
        for (int e = 0; e < others.entities(); e++) {
            if (others.count(e) > 0) {
                left.add(e);
                assertThat(others.count(e)).isEqualTo(4);
                assertThat(others.window(e, 3)).isSameAs(all.window(e, 3));
            }
        }
        assertThat(others.entities()).isEqualTo(12);
        assertThat(left).hasSize(8);
    }

    @Test
    void entitiesWithFewWindowsAreNotKeptOut() {
        List<List<Window>> windows = new ArrayList<>();
        for (int e = 0; e < 20; e++) {
            windows.add(users.windows(e < 8 ? 3 : 4));
        }

        TrainingWindows others = unseen(TrainingWindows.of(windows)).others();

        assertThat(others.count(0)).isEqualTo(3);
        assertThat(others.count(7)).isEqualTo(3);
    }

    @Test
    void fewerThanEightLeaveNobodyOut() {
        assertThat(unseen(users.users(7, 4)).isEmpty()).isTrue();
        assertThat(unseen(users.users(8, 4)).isEmpty()).isFalse();
    }

    @Test
    void anEncoderThatKnowsEverybodyMakesNoErrorAndOneThatKnowsNobodyAsManyAsItIsRight() {
        TrainingWindows all = users.users(12, 8);
        UnseenEntities unseen = unseen(all);

        // all events of one user share one direction here
        assertThat(unseen.errors(new Pointing(all, true), users.featurizer())).containsOnly(0.0);
        assertThat(unseen.errors(new Pointing(all, false), users.featurizer())).containsOnly(.5);
    }

    private static UnseenEntities unseen(TrainingWindows windows) {
        return new UnseenEntities(windows, Sampling.at(1, -2));
    }

    /** Points into one direction for each user, found by the windows' first value, or into the same for all. */
    private static final class Pointing implements Encoder {
        private final TrainingWindows all;
        private final boolean apart;

        Pointing(TrainingWindows all, boolean apart) {
            this.all = all;
            this.apart = apart;
        }

        @Override
        public int dimensions() {
            return all.entities();
        }

        @Override
        public void encode(Inputs window, float[] embedding) {
            embedding[apart ? user(window.dense(0, 0)) : 0] = 1;
        }

        private int user(float first) {
            for (int e = 0; e < all.entities(); e++) {
                for (int i = 0; i < all.count(e); i++) {
                    if (all.window(e, i).number(0, 0) == first) {
                        return e;
                    }
                }
            }
            throw new IllegalArgumentException("no window begins with " + first);
        }
    }
}
