package dev.twinwatch.trainer.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.Table;
import dev.twinwatch.trainer.history.NamedSequence;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sequences are written as `entity: amounts`; each starts long after the one before. */
final class SequenceScorerTest {
    private static final double LIMIT = 0.9;
    private static final Offset<Double> EXACT = within(1e-6);

    private final SequenceScorer scorer = HandMade.byDistance(LIMIT);

    @Test
    void sequenceOfExactlyTheWindowScoresTheEvidenceOfItsOneWindow() {
        scorer.enrol(sequences("ana: 1 1 1 1", "ana: 1 1 1 1"));

        assertThat(scorer.score(sequences("ana: 2 2 2 2", "ana: -1 -1 -1 -1")))
                .containsExactly(
                        new SequenceScore("ana", "1", 4, 0, -1, false), new SequenceScore("ana", "2", 4, 2, 1, true));
    }

    @Test
    void updatingMakesAReferenceOfWhatIsTheEntitysOwnAndOfNothingElse() {
        scorer.enrol(sequences("ana: 1 1 1 1"));

        List<SequenceScore> scores =
                scorer.scoreUpdating(sequences("ana: -1 -1 -1 -1", "ana: 2 2 2 2", "ana: 1 1 1 1", "bob: 1 1 1 1"));

        assertThat(scores).extracting(SequenceScore::score).containsExactly(1.0, -1.0, -1.0, 0.0);
        assertThat(scorer.references("ana")).as("enrolled, and the two of ana").isEqualTo(3);
        assertThat(scorer.references("bob"))
                .as("nothing is known of bob to compare with")
                .isZero();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"ana: -1, 0.5", "ana: -1 -1, 0.707107", "ana: -1 -1 -1, 0.866025", "ana: 1, -0.5"})
    void shorterSequenceScoresLessByTheRootOfItsShareOfTheWindow(String probe, double score) {
        scorer.enrol(sequences("ana: 1 1 1 1"));

        assertThat(only(probe).score()).isCloseTo(score, EXACT);
        assertThat(only(probe).alert()).isFalse();
    }

    @ParameterizedTest(name = "{0} events: {1}")
    @CsvSource({"5, 1.118034", "8, 1.414214", "16, 2", "400, 10"})
    void longerSequenceScoresMoreByTheRootOfTheWindowsThatItSpans(int events, double score) {
        scorer.enrol(sequences("ana: 1 1 1 1"));

        assertThat(only("ana:" + " -1".repeat(events)).score()).isCloseTo(score, EXACT);
    }

    @Test
    void windowsOfALongSequenceLieHalfAWindowApartAndTheLastOneEndsIt() {
        scorer.enrol(sequences("ana: 1 1 1 1", "ana: 1 1 1 1"));

        SequenceScore score = only("ana: 1 1 1 1 1 1 -3 -3 -3 -3 -3");

        // Windows end at 4, 6, 8, 10 and 11: evidence -1, -1, 1, 1, 1 and distance 0, 0, 2, 2, 2.
        assertThat(score.distance()).isCloseTo(1.2, EXACT);
        assertThat(score.score()).isCloseTo(0.2 * Math.sqrt(11 / 4.0), EXACT);
        assertThat(score.alert()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 1", "1, -1, 1", "1, 1, -1"})
    void everySequenceAmongTheReferencesCounts(int first, int second, int third) {
        scorer.enrol(sequences(fourOf(first), fourOf(second), fourOf(third)));

        assertThat(only("ana: 1 1 1 1").distance()).isZero();
    }

    @Test
    void laterReferencesAddToEarlierOnes() {
        scorer.enrol(sequences(fourOf(1), fourOf(1)));
        scorer.enrol(sequences(fourOf(-1)));

        assertThat(only("ana: 1 1 1 1").distance()).isZero();
        assertThat(scorer.entities()).isEqualTo(1);
    }

    @Test
    void entityWithoutReferencesScoresNothing() {
        scorer.enrol(sequences("ana: 1 1 1 1"));

        assertThat(scorer.score(sequences("eve: 9 9 9 9 9")))
                .containsExactly(new SequenceScore("eve", "1", 5, 1, 0, false));
        assertThat(scorer.entities()).isEqualTo(1);
        assertThat(List.of(scorer.knows("ana"), scorer.knows("eve"))).containsExactly(true, false);
    }

    @Test
    void sequencesUnderTheMinimumAreReferencesToo() {
        // two windows at 1 of four events each, and five at -1 of one event each
        scorer.enrol(sequences("ana: 1 1 1 1", "ana: 1 1 1 1", "ana: -1", "ana: -1", "ana: -1", "ana: -1", "bob: 1"));

        assertThat(scorer.knows("bob")).isTrue();
        assertThat(only("ana: 1 1 1 1").distance())
                .as("two full references outweigh four short ones")
                .isZero();
        scorer.enrol(sequences("ana: -1", "ana: -1", "ana: -1", "ana: -1", "ana: -1", "ana: -1"));
        assertThat(only("ana: 1 1 1 1").distance())
                .as("ten short ones do not lack in weight any more")
                .isEqualTo(2);
    }

    @Test
    void theRestOfALongSequenceIsAReferenceHoweverShort() {
        // one full reference at 1 against three quarters of one at -1, and the rest is the fourth quarter
        scorer.enrol(sequences("ana: 1 1 1 1", "ana: -1", "ana: -1", "ana: -1"));
        scorer.enrol(sequences("bob: 1 1 1 1 -1", "bob: -1", "bob: -1", "bob: -1"));

        assertThat(only("ana: 1 1 1 1").distance()).isZero();
        assertThat(only("bob: 1 1 1 1").distance()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0} references, {1} events: {2}")
    @CsvSource({"1, 4, false", "2, 4, true", "2, 2, true", "2, 1, false"})
    void theAlertNeedsTwoReferencesAndTheMinimumOfEventsLikeTheService(int references, int events, boolean alert) {
        SequenceScorer strict = HandMade.byDistance(.5);
        for (int i = 0; i < references; i++) {
            strict.enrol(sequences("ana: 1 1 1 1"));
        }

        List<SequenceScore> scores = strict.score(sequences("ana:" + " -1".repeat(events)));

        assertThat(scores.get(0).alert()).isEqualTo(alert);
    }

    @Test
    void theAlertIsAskedForAtEachEventAsTheServiceDoes() {
        scorer.enrol(sequences("ana: 1 1 1 1", "ana: 1 1 1 1"));

        // Only the window that ends at event 5 is under 0; those that are scored end at 4, 6, 8 and 9.
        SequenceScore score = only("ana: 1 1 1 1 -9 9 1 1 1");

        assertThat(score.score()).isNegative();
        assertThat(score.distance()).isZero();
        assertThat(score.alert()).isTrue();
    }

    @Test
    void theAlertGoesByTheNewestSixteenReferences() {
        for (int i = 0; i < 40; i++) {
            scorer.enrol(sequences("ana: -1 -1 -1 -1"));
        }
        for (int i = 0; i < 16; i++) {
            scorer.enrol(sequences("ana: 1 1 1 1"));
        }

        assertThat(only("ana: -1 -1 -1 -1").alert())
                .as("by all of them this is at home")
                .isTrue();
    }

    @Test
    void everyProbeSequenceHasOneRowInTheOrderOfTheData() {
        scorer.enrol(sequences("ana: 1 1 1 1"));

        assertThat(scorer.score(sequences("eve: 1", "ana: 1 1", "bob: 1", "ana: 1 1 1 1 1 1 1 1 1")))
                .extracting(s -> s.entity() + "/" + s.sequence() + ":" + s.events())
                .containsExactly("eve/1:1", "ana/1:2", "bob/1:1", "ana/2:9");
    }

    @Test
    void probesChangeNothing() {
        SequenceScorer byNovelty = HandMade.byNovelty();
        byNovelty.enrol(read(HandMade.BY_NOVELTY, "ana,1,1,home", "ana,2,1,home", "ana,3,1,home", "ana,4,1,home"));
        List<NamedSequence> elsewhere =
                read(HandMade.BY_NOVELTY, "ana,1000,1,bar", "ana,1001,1,bar", "ana,1002,1,bar", "ana,1003,1,bar");
        List<NamedSequence> home =
                read(HandMade.BY_NOVELTY, "ana,1000,1,home", "ana,1001,1,home", "ana,1002,1,home", "ana,1003,1,home");

        List<SequenceScore> first = byNovelty.score(elsewhere);

        assertThat(byNovelty.score(home).get(0).score()).isLessThan(first.get(0).score());
        assertThat(byNovelty.score(elsewhere)).isEqualTo(first);
    }

    @Test
    void absurdAmountsGiveFiniteScores() {
        scorer.enrol(sequences("ana: 1 1 1 1"));

        SequenceScore score = only("ana: 1e300 -1e300 1e38 -1e38 1e-300");

        assertThat(score.score()).isFinite();
        assertThat(score.distance()).isBetween(0.0, 2.0);
    }

    private SequenceScore only(String probe) {
        return scorer.score(sequences(probe)).get(0);
    }

    private static String fourOf(int amount) {
        return "ana:" + (" " + amount).repeat(4);
    }

    private static List<NamedSequence> sequences(String... written) {
        List<String> rows = new ArrayList<>();
        int start = 0;
        for (String sequence : written) {
            start += 1000;
            String[] parts = sequence.split(": ", -1);
            int at = start;
            for (String amount : parts[1].split(" ", -1)) {
                rows.add(parts[0] + "," + at++ + "," + amount);
            }
        }
        return read(HandMade.BY_DISTANCE, rows.toArray(String[]::new));
    }

    private static List<NamedSequence> read(Layout layout, String... rows) {
        String header = layout == HandMade.BY_NOVELTY ? "user,at,amount,place" : "user,at,amount";
        return NamedSequence.read(Table.of(header, rows), layout, (problem, record) -> {
            throw new AssertionError(problem);
        });
    }
}
