package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.watch.EncoderKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both commands on files, from the events of ten people to the scores of sequences that are theirs and that are not. */
final class TrainAndScoreTest {
    private static final String SESSIONS = """
            watch: people
            entity: user
            time: {field: at, unit: ordinal}
            sequence: {length: 8, minimum: 3, by: session}
            features:
              - {name: amount,    field: amount, as: number, scale: log}
              - {name: place,     field: place,  as: category, buckets: 64}
              - {name: new-place, field: place,  as: novelty}
              - {name: pause,     as: since-previous}
            """;
    private static final String ENDLESS =
            SESSIONS.replace(", by: session", ", gap: 12h").replace("unit: ordinal", "unit: seconds");
    private static final String QUICK = "encoder: bag\n";
    private static final String TRAIN = "train --watch ./w.yaml --events ./events.csv --out ./model --iterations 50 ";
    private static final String SCORE =
            "score --bundle ./model --references ./events.csv --probes ./probes.csv --out ./scores.csv";

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder);
    }

    @ParameterizedTest(name = "regular {0}, encoder {1}, compare {2}")
    @CsvSource({
        "true, bag, likelihood-ratio",
        "true, tcn, cosine",
        "false, tcn, likelihood-ratio",
        "false, lstm, likelihood-ratio",
        "true, mlp, likelihood-ratio",
        "false, bag, euclidean",
        "false, bag, manhattan"
    })
    void sequencesOfOthersScoreHigherThanOnesOwn(boolean regular, String encoder, String compare) throws IOException {
        watch((regular ? ENDLESS : SESSIONS) + "encoder: " + encoder + "\ncompare: " + compare + "\n");
        new People(regular).ownSessions(5, 16).to(file("events.csv"));
        People probes = new People(regular).ownAndOthers(12).to(file("probes.csv"));

        String trained = terminal.done(TRAIN);
        String scored = terminal.done(SCORE);

        ScoreTable scores = scores();
        assertThat(scores.rows())
                .hasSize(20)
                .allMatch(row -> Double.isFinite(row.score()) && Double.isFinite(row.distance()) && row.events() == 12);
        assertThat(scores.areaUnderCurve(probes.own())).isGreaterThan(.8);
        assertThat(trained).startsWith("read 800 events of 10 entities\n").contains("wrote ./model, ");
        assertThat(scored).startsWith("enrolled 10 entities, scored 20 sequences, ");
    }

    @Test
    void placesAloneAreReadAsASetAndTellOthersApart() throws IOException {
        watch(SESSIONS.replaceAll("(?m)^.*(as: number|since-previous).*\\n", "") + "encoder: set\n");
        new People(false).ownSessions(5, 16).to(file("events.csv"));
        People probes = new People(false).ownAndOthers(12).to(file("probes.csv"));

        terminal.done(TRAIN);
        terminal.done(SCORE);

        assertThat(scores().areaUnderCurve(probes.own())).isGreaterThan(.8);
        EncoderSpec spec = BundleFile.read(file("model")).model().spec();
        assertThat(spec.kind()).isEqualTo(EncoderKind.SET);
        assertThat(spec.denseInputs()).isZero();
    }

    @Test
    void sameSeedGivesTheSameBundleAndAnotherSeedAnother() throws IOException {
        watch(SESSIONS + QUICK);
        new People(false).ownSessions(3, 12).to(file("events.csv")).to(file("packed.csv.gz"));
        terminal.done(TRAIN);
        byte[] first = Files.readAllBytes(file("model"));

        terminal.done(TRAIN.replace("events.csv", "packed.csv.gz"));
        byte[] again = Files.readAllBytes(file("model"));
        terminal.done(TRAIN + "--seed 2");
        byte[] other = Files.readAllBytes(file("model"));

        assertThat(Arrays.equals(again, first)).isTrue();
        assertThat(Arrays.equals(other, first)).isFalse();
    }

    @Test
    void eventsCalledFraudAreLeftOutAndLabelsThatNameNothingAreTold() throws IOException {
        watch(ENDLESS);
        new People(true).ownSessions(3, 12).to(file("events.csv"));
        // The first session of e0 begins at 1000060 and has an event each minute.
        Files.writeString(file("labels.csv"), """
                entity,from,to,label
                e0,1000060,1000180,FRAUD
                eve,1,2,FRAUD
                e1,1,2,FRAUD
                e1,1,2,FROD
                """);

        assertThat(terminal.done(TRAIN + "--labels ./labels.csv")).startsWith("""
                          skipped label: labels.csv line 5 has label FROD, expected FRAUD or LEGITIMATE
                        read 360 events of 10 entities, 3 called fraud were left out
                          2 of 3 labels name no event of this history: compare entities, ids and times if that is not meant
                            1 of unknown entities, for example eve
                            1 of entities without such an event, for example e1
                        """);
    }

    @Test
    void pairsTeachInsteadOfIdentities() throws IOException {
        watch(SESSIONS + QUICK);
        new People(false).ownSessions(5, 16).to(file("events.csv"));
        StringBuilder pairs = new StringBuilder("left,right,alike\n");
        IntStream.rangeClosed(1, 10).forEach(i -> {
            pairs.append("s%d,s%d,1\n".formatted(i, i + 10));
            pairs.append("s%d,s%d,0\n".formatted(i, i + 15));
        });
        Files.writeString(file("pairs.csv"), pairs);
        People probes = new People(false).ownAndOthers(12).to(file("probes.csv"));

        terminal.done(TRAIN + "--pairs ./pairs.csv");
        terminal.done(SCORE);

        assertThat(scores().areaUnderCurve(probes.own())).isGreaterThan(.8);
    }

    @Test
    void pairsTeachWhereEveryEntityHasOneSequence() throws IOException {
        watch(SESSIONS + QUICK);
        People people = new People(false).ownSessions(5, 8);
        people.to(file("sessions.csv"));
        // who made a session is in its number: s1 and s11 are of the first person; the column user says nothing of it
        Files.writeString(
                file("events.csv"), Files.readString(file("sessions.csv")).replaceAll("e[0-9],(s[0-9]+)", "$1,$1"));
        StringBuilder pairs = new StringBuilder("left,right,alike\n");
        for (int i = 1; i <= 40; i++) {
            pairs.append("s%d,s%d,1\n".formatted(i, i + 10));
            pairs.append("s%d,s%d,0\n".formatted(i, i % 10 == 0 ? i - 4 : i + 1));
        }
        Files.writeString(file("pairs.csv"), pairs);

        String trained = terminal.done(TRAIN + "--pairs ./pairs.csv");

        assertThat(trained).startsWith("read 400 events of 50 entities\n").contains("takeovers caught", "held out: ");
        Files.copy(file("sessions.csv"), file("references.csv"));
        People probes = new People(false).ownAndOthers(8).to(file("probes.csv"));
        terminal.done(SCORE.replace("events.csv", "references.csv"));
        assertThat(scores().areaUnderCurve(probes.own())).isGreaterThan(.8);
    }

    @Test
    void pairsThatContradictEachOtherCannotJoinEntitiesOfOneSequence() throws IOException {
        watch(SESSIONS + QUICK);
        Files.writeString(file("events.csv"), """
                user,session,at,amount,place
                a,a,1,1,p
                a,a,2,1,p
                a,a,3,1,p
                b,b,1,2,q
                b,b,2,2,q
                b,b,3,2,q
                """);
        Files.writeString(file("pairs.csv"), "left,right,alike\na,b,1\na,b,0\n");

        Terminal.Ended ended = terminal.run(TRAIN + "--pairs ./pairs.csv");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.printed())
                .endsWith(
                        "twinwatch: of 2 entities to train on, 0 have two windows or more, at least 2 are needed: bring"
                                + " more events, or pairs that call two sequences of each alike and that no other pair"
                                + " contradicts\n");
    }

    @ParameterizedTest(name = "{0} entities")
    @CsvSource({"7, in-sample: too few entities to hold any out", "8, held out: measured on entities that neither"})
    void theSummaryAndTheBundleSayWhetherTheFiguresAreOfEntitiesThatTrainingSaw(int entities, String words)
            throws IOException {
        watch(SESSIONS + QUICK);
        new People(false).ownSessions(3, 12).to(file("all.csv"));
        Files.write(
                file("events.csv"),
                Files.readAllLines(file("all.csv")).stream()
                        .filter(line -> line.startsWith("user") || line.charAt(1) < '0' + entities)
                        .toList());

        assertThat(terminal.done(TRAIN)).contains("  " + words);
        assertThat(BundleFile.read(file("model")).provenance().holdout())
                .containsEntry("inSample", entities < 8 ? 1.0 : 0.0);
    }

    @Test
    void aBundleHasNoNamesOfEntitiesWhereTheyWereToBeLeftOut() throws IOException {
        watch(SESSIONS + QUICK);
        new People(false).ownSessions(3, 12).to(file("events.csv"));

        terminal.done(TRAIN);
        assertThat(BundleFile.read(file("model")).model().cohort().names()).contains("e0");

        terminal.done(TRAIN + " --nameless");
        assertThat(BundleFile.read(file("model")).model().cohort().names()).isEmpty();
    }

    @Test
    void attackersMayHaveTwoEventsThoughAWindowIsLonger() throws IOException {
        watch(ENDLESS.replace("length: 8", "length: 16") + QUICK);
        People people = new People(true).ownSessions(5, 16);
        for (int i = 0; i < 20; i++) {
            people.row("brief%d,x,%d,1,p0,7,".formatted(i, i)).row("brief%d,x,%d,1,p0,7,".formatted(i, i + 60));
        }
        people.to(file("events.csv"));

        assertThat(terminal.done(TRAIN)).startsWith("""
                        read 840 events of 30 entities
                          20 of 30 entities have fewer than two windows of 16 events: the encoder does not learn from them
                        """).contains("wrote ./model, ");
    }

    @Test
    void uselessColumnsAbsurdNumbersAndUnknownValuesLeaveEveryScoreFinite() throws IOException {
        watch(SESSIONS + """
                  - {name: constant,  field: constant, as: number}
                  - {name: empty,     field: empty,    as: number, scale: rank}
                  - {name: nothing,   field: empty,    as: category, buckets: 64}
                  - {name: usual,     field: amount,   as: relative, scale: log}
                  - {name: step,      field: amount,   as: change}
                """ + QUICK);
        new People(false)
                .ownSessions(4, 12)
                .row("e0,s999,1,1e300,p0,7,")
                .row("e0,s999,2,-1e300,p0,7,")
                .row("e0,s999,3,0,p0,7,")
                .to(file("events.csv"));
        People probes = new People(false)
                .ownAndOthers(12)
                .row("e1,absurd,1,1e300,p0,-1e300,1e300")
                .row("e2,absurd,1,-1e300,never-seen-before,,")
                .row("e3,absurd,1,,,,")
                .row("eve,unknown,1,1,p0,7,")
                .to(file("probes.csv"));

        terminal.done(TRAIN);
        String scored = terminal.done(SCORE);

        assertThat(scores().rows()).hasSize(24).allMatch(row -> Double.isFinite(row.score()));
        assertThat(scores().areaUnderCurve(probes.own())).isGreaterThan(.8);
        assertThat(scores().rows().get(23)).isEqualTo(new ScoreTable.Row("eve", "unknown", 1, 1, 0, false));
        assertThat(scored).endsWith("1 of them are of entities without references: score 0, distance 1\n");
    }

    @Test
    void timesThatGoBackwardsAreToldAndTakenInTheOrderOfTheirRows() throws IOException {
        watch(ENDLESS + QUICK);
        new People(true)
                .ownSessions(4, 12)
                .row("e0,x,900,1,p0,7,")
                .row("e0,x,-5000,1,p0,7,")
                .row("e1,x,99000000,1,p3,7,")
                .row("e1,x,100,1,p3,7,")
                .to(file("events.csv"));
        new People(true).ownAndOthers(12).row("e0,x,900,1,p0,7,").to(file("probes.csv"));

        String trained = terminal.done(TRAIN);
        terminal.done(SCORE);

        assertThat(trained).startsWith("""
                        read 484 events of 10 entities
                          3 events are older than the one before of the same user: they are taken in the order of their rows, sort them by at if that is not meant
                        """);
        assertThat(scores().rows())
                .hasSizeGreaterThanOrEqualTo(20)
                .allMatch(row -> Double.isFinite(row.score()) && Double.isFinite(row.distance()));
    }

    private void watch(String yaml) throws IOException {
        Files.writeString(file("w.yaml"), yaml);
    }

    private ScoreTable scores() throws IOException {
        return ScoreTable.read(file("scores.csv"));
    }

    private Path file(String name) {
        return terminal.file(name);
    }
}
