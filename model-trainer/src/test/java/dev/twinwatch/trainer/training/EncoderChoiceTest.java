package dev.twinwatch.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.watch.EncoderKind;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.trainer.training.EncoderChoice.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class EncoderChoiceTest {
    private static final EncoderSpec CHEAP = EncoderSpec.bag(8, 2, List.of(), 8);
    private static final EncoderSpec DEAR = EncoderSpec.tcn(8, 2, List.of(), 8);

    private final List<String> notes = new ArrayList<>();
    private final Progress noted = new Progress() {
        @Override
        public void at(int iteration, int of, double loss, OptionalDouble validation) {}

        @Override
        public void note(String sentence) {
            notes.add(sentence);
        }
    };

    @Test
    void aBetterEncoderIsWorthItsCost() {
        Candidate cheap = new Candidate(CHEAP, new double[] {.20, .22, .24});
        Candidate dear = new Candidate(DEAR, new double[] {.10, .11, .12});

        assertThat(EncoderChoice.cheapestOfTheBest(List.of(cheap, dear))).isSameAs(dear);
    }

    @Test
    void aCheaperEncoderThatIsWorseByNoMoreThanNoiseIsTaken() {
        // .02 worse on average, with a standard error of .03 over the entities
        Candidate cheap = new Candidate(CHEAP, new double[] {.20, .14, .14, .20});
        Candidate dear = new Candidate(DEAR, new double[] {.10, .10, .20, .20});

        assertThat(EncoderChoice.cheapestOfTheBest(List.of(cheap, dear))).isSameAs(cheap);
    }

    @Test
    void anEncoderThatTheWatchNamesIsNotCompared() {
        SyntheticUsers users = SyntheticUsers.with(2, 0, 32, 8, 11);
        Layout named = Layout.of(
                WatchFile.parse("test.yaml", users.layout().watch().yaml().replace("encoder: auto", "encoder: mlp")));

        EncoderChoice.Choice choice = new EncoderChoice(named, users.featurizer(), Hyperparameters.defaults())
                .choose(users.users(12, 4), noted);

        assertThat(choice.spec().kind()).isEqualTo(EncoderKind.MLP);
        assertThat(choice.described()).containsOnlyKeys("encoder").containsEntry("encoder", "mlp");
        assertThat(notes).isEmpty();
    }

    @Test
    void fewEntitiesAreAllNeededToTrain() {
        SyntheticUsers users = SyntheticUsers.with(2, 0, 32, 8, 11);

        EncoderChoice.Choice choice = choose(users, 7);

        assertThat(choice.spec().kind()).isEqualTo(EncoderKind.BAG);
        assertThat(choice.tried()).isEmpty();
        assertThat(notes).containsExactly("too few entities to compare encoders: bag it is");
    }

    @Test
    void whereOrderSaysNothingTheCheapestIsChosenAndTheBundleCanSayWhy() {
        SyntheticUsers users = SyntheticUsers.with(2, 1, 256, 8, 11);

        EncoderChoice.Choice choice = choose(users, 45);

        assertThat(choice.spec().kind()).isEqualTo(EncoderKind.BAG);
        assertThat(choice.tried()).extracting(c -> c.spec().kind()).containsExactly(EncoderKind.BAG, EncoderKind.TCN);
        assertThat(choice.tried()).allMatch(c -> c.errors().length == 15 && c.error() < .5);
        assertThat(choice.described().get("encoder")).isEqualTo("bag");
        assertThat(choice.described().get("encoderCandidates"))
                .matches("bag 0\\.\\d{4} at 1,408 multiply-adds, tcn 0\\.\\d{4} at 128,256 multiply-adds");
        assertThat(notes).hasSize(3).last().isEqualTo("chose bag");
        assertThat(notes.get(0)).isEqualTo("tried " + choice.tried().get(0).words());
    }

    private EncoderChoice.Choice choose(SyntheticUsers users, int count) {
        Hyperparameters settings = Hyperparameters.defaults().withIterations(160);
        return new EncoderChoice(users.layout(), users.featurizer(), settings).choose(users.users(count, 8), noted);
    }
}
