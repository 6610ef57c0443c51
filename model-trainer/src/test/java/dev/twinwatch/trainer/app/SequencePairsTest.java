package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.Table;
import dev.twinwatch.trainer.Watches;
import dev.twinwatch.trainer.history.HistoryException;
import dev.twinwatch.trainer.source.Label;
import dev.twinwatch.trainer.source.PairFile;
import dev.twinwatch.trainer.training.PairedWindows;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class SequencePairsTest {
    private static final Layout LAYOUT = Watches.of("{length: 2, minimum: 2, by: session}");
    private static final Table EVENTS = Table.of(
            "user,session,amount",
            "ana,s1,1",
            "ana,s1,2",
            "ana,s1,3",
            "ana,s1,4",
            "bob,s2,5",
            "bob,s2,6",
            "eve,both,7",
            "eve,both,7",
            "ana,both,8",
            "ana,both,8",
            "eve,brief,9");

    private final StringWriter terminal = new StringWriter();

    @Test
    void windowsOfTwoSequencesArePairedInTheirOrderAsFarAsTheShorterGoes() {
        PairedWindows paired = of(new PairFile.Pair("s1", "s2", false));

        assertThat(paired.pairs()).hasSize(1);
        assertThat(paired.pairs().get(0).left().number(0, 0)).isEqualTo(1);
        assertThat(paired.pairs().get(0).right().number(0, 0)).isEqualTo(5);
        assertThat(paired.pairs().get(0).alike()).isFalse();
        assertThat(terminal.toString()).isEmpty();
    }

    @Test
    void sequenceWhoseNameRepeatsIsFoundTogetherWithItsEntity() {
        PairedWindows paired = of(new PairFile.Pair("ana/both", "eve/both", true));

        assertThat(paired.pairs().get(0).left().number(0, 0)).isEqualTo(8);
        assertThat(paired.pairs().get(0).right().number(0, 0)).isEqualTo(7);
        assertThat(paired.pairs().get(0).alike()).isTrue();
    }

    @Test
    void pairsThatNameNothingOrTooLittleOrTooMuchAreToldAndLeftOut() {
        PairedWindows paired = of(
                new PairFile.Pair("s1", "brief", true),
                new PairFile.Pair("s1", "s2", false),
                new PairFile.Pair("nobody", "s2", false),
                new PairFile.Pair("both", "s2", false));

        assertThat(paired.pairs()).hasSize(1);
        assertThat(terminal.toString())
                .isEqualToNormalizingNewlines(
                        "  3 of 4 pairs were left out, the first is s1, brief: a sequence is not among the events,"
                                + " has too few of them, or its name belongs to several entities (write entity/name)\n");
    }

    @Test
    void pairsWithAnEntityThatIsHeldOutAreNotLearnedFrom() {
        SequencePairs pairs = found(
                new PairFile.Pair("s1", "s2", false),
                new PairFile.Pair("s2", "eve/both", false),
                new PairFile.Pair("ana/both", "s1", true));

        PairedWindows taught = pairs.windows(entity -> !entity.equals("ana"));

        assertThat(taught.pairs()).hasSize(1);
        assertThat(taught.pairs().get(0).left().number(0, 0)).as("bob's").isEqualTo(5);
        assertThat(taught.pairs().get(0).right().number(0, 0)).as("eve's").isEqualTo(7);
        assertThat(taught.hasBothKinds()).isFalse();
        assertThat(pairs.windows(entity -> true).hasBothKinds()).isTrue();
    }

    @Test
    void whatALabelCallsFraudIsNotLearnedFrom() {
        Label stolen = new Label("ana", "", 1, 2, Label.Kind.FRAUD, OptionalLong.empty());

        PairedWindows paired = found(new OwnEvents(LAYOUT, List.of(stolen)), new PairFile.Pair("s1", "s2", false))
                .windows(entity -> true);

        assertThat(paired.pairs()).hasSize(1);
        assertThat(paired.pairs().get(0).left().number(0, 0))
                .as("the third amount of s1, since the first two were not hers")
                .isEqualTo(3);
    }

    @Test
    void fileWithoutAUsablePairIsRefused() {
        assertThatThrownBy(() -> of(new PairFile.Pair("s1", "s9", true)))
                .isInstanceOf(HistoryException.class)
                .hasMessage("none of the 1 pairs names two sequences of the events with 2 events or more: write the"
                        + " value of the watch's `by:` field, or entity/value where several entities have it");
    }

    @Test
    void rowsThatAreNoPairsAreTold() {
        PairFile file = new PairFile(List.of(new PairFile.Pair("s1", "s2", true)), List.of("p.csv line 3 has no left"));

        SequencePairs.of(file, EVENTS, LAYOUT, event -> true, new PrintWriter(terminal, true));

        assertThat(terminal.toString()).isEqualToNormalizingNewlines("  skipped pair: p.csv line 3 has no left\n");
    }

    private PairedWindows of(PairFile.Pair... pairs) {
        return found(pairs).windows(entity -> true);
    }

    private SequencePairs found(PairFile.Pair... pairs) {
        return found(event -> true, pairs);
    }

    private SequencePairs found(Predicate<Event> own, PairFile.Pair... pairs) {
        return SequencePairs.of(
                new PairFile(List.of(pairs), List.of()), EVENTS, LAYOUT, own, new PrintWriter(terminal, true));
    }
}
