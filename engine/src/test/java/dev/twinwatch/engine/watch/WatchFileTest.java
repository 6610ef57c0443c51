package dev.twinwatch.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a watch file may say, and what is said about one that cannot be used. */
final class WatchFileTest {
    private static final String FULL = """
            watch: card-payments               # names topics, stores, application id and metrics
            entity: customer                   # the field whose behaviour is learned
            partitioned-by-entity: false
            time: {field: t_sec, unit: seconds}
            id: transaction_id                 # optional; else topic-partition-offset
            sequence: {length: 32, minimum: 4, gap: 12h}
            lateness: 10m
            features:
              - {name: amount,    field: amount,   as: number, scale: log}
              - {name: place,     field: terminal, as: category, buckets: 512}
              - {name: new-place, field: terminal, as: novelty}
              - {name: hour,      as: time-of-day}
              - {name: pause,     as: since-previous}
            """;

    /** Three lines that are in order; what a test adds stands on line 4. */
    private static final String SMALL = """
            watch: logins
            entity: user
            features: [{name: amount, field: amount, as: number}]
            """;

    private static final String CALENDAR = "time: {field: at, unit: millis}\n";

    @Test
    void aFullFileIsReadAsWritten() {
        Watch watch = WatchFile.parse("watch.yaml", FULL);

        assertThat(watch)
                .isEqualTo(new Watch(
                        "card-payments",
                        "customer",
                        false,
                        Optional.of(new TimeField("t_sec", TimeField.Unit.SECONDS)),
                        "transaction_id",
                        new SequenceRule(32, 4, 12L * 3_600 * 1_000_000, ""),
                        10L * 60 * 1_000_000,
                        List.of(
                                new FeatureSpec("amount", FeatureKind.NUMBER, "amount", Scale.LOG, 4096),
                                new FeatureSpec("place", FeatureKind.CATEGORY, "terminal", Scale.NONE, 512),
                                new FeatureSpec("new-place", FeatureKind.NOVELTY, "terminal", Scale.NONE, 4096),
                                new FeatureSpec("hour", FeatureKind.TIME_OF_DAY, "", Scale.NONE, 4096),
                                new FeatureSpec("pause", FeatureKind.SINCE_PREVIOUS, "", Scale.NONE, 4096)),
                        Optional.of(EncoderKind.BAG),
                        Metric.LIKELIHOOD_RATIO,
                        AlertRule.DEFAULT,
                        FULL));
    }

    @Test
    void aSmallFileGetsTheDefaults() {
        Watch watch = WatchFile.parse("watch.yaml", SMALL);

        assertThat(watch.time()).isEmpty();
        assertThat(watch.id()).isEmpty();
        assertThat(watch.partitionedByEntity()).isFalse();
        assertThat(watch.sequence()).isEqualTo(new SequenceRule(32, 4, Long.MAX_VALUE, ""));
        assertThat(watch.lateness()).isEqualTo(Long.MAX_VALUE);
        assertThat(watch.alerts()).isEqualTo(new AlertRule(new Budget(1e-4, Budget.Per.EVENT), OptionalDouble.empty()));
    }

    @Test
    void whatHasChoicesCanBeChosen() {
        Watch watch = WatchFile.parse("watch.yaml", SMALL + """
                        partitioned-by-entity: true
                        encoder: tcn
                        compare: cosine
                        alerts: {budget: 3 per 1000 events, limit: -1.5}
                        sequence: {length: 8, by: session}
                        """);

        assertThat(watch.partitionedByEntity()).isTrue();
        assertThat(watch.encoder()).contains(EncoderKind.TCN);
        assertThat(watch.compare()).isEqualTo(Metric.COSINE);
        assertThat(watch.alerts())
                .isEqualTo(new AlertRule(new Budget(0.003, Budget.Per.EVENT), OptionalDouble.of(-1.5)));
        assertThat(watch.sequence()).isEqualTo(new SequenceRule(8, 4, Long.MAX_VALUE, "session"));
    }

    @Test
    void aBudgetByDaysNeedsACalendar() {
        String timed = SMALL + "time: {field: at, unit: millis}\n";

        assertThat(WatchFile.parse("watch.yaml", timed + "alerts: {budget: 20 per day}")
                        .alerts()
                        .budget())
                .isEqualTo(new Budget(20, Budget.Per.DAY));
        assertThat(problemsOf(SMALL + "alerts: {budget: 1 per 1000 entities per day}"))
                .containsExactly(
                        "watch.yaml:4: `budget` in `alerts` is 1 per 1000 entities per day, which needs a time with a"
                                + " calendar: add `time: {field: ..., unit: millis}`, or write `1 per 10000 events`");
    }

    @Test
    void trainingChoosesTheEncoderWhereAskedToAndWhereSequencesEnd() {
        assertThat(WatchFile.parse("watch.yaml", SMALL + "encoder: auto").encoder())
                .isEmpty();
        assertThat(WatchFile.parse("watch.yaml", SMALL + "sequence: {by: session}")
                        .encoder())
                .isEmpty();
        assertThat(WatchFile.parse("watch.yaml", SMALL).encoder()).contains(EncoderKind.BAG);
    }

    @Test
    void aRecurrentEncoderIsForSequencesThatEnd() {
        assertThat(WatchFile.parse("watch.yaml", SMALL + "encoder: lstm\nsequence: {by: session}")
                        .encoder())
                .contains(EncoderKind.LSTM);
        assertThat(problemsOf(SMALL + "encoder: lstm"))
                .containsExactly(
                        "watch.yaml:4: `encoder` in the watch is lstm, which reads a whole window again for each"
                                + " event, too dear for a stream without end: write tcn or bag, or add `by: FIELD` to"
                                + " `sequence` where sequences end");
    }

    @Test
    void windowsThatAreTakenAsAWholeMayBeOfAnyStream() {
        assertThat(WatchFile.parse("watch.yaml", SMALL + "encoder: mlp").encoder())
                .contains(EncoderKind.MLP);
    }

    @Test
    void aSetIsForWatchesOfCategoriesWithoutNumbers() {
        String commands =
                "watch: shell\nentity: user\nfeatures: [{name: c, field: c, as: category}, {name: n, field: c,"
                        + " as: novelty}]\n";

        assertThat(WatchFile.parse("watch.yaml", commands + "encoder: set").encoder())
                .contains(EncoderKind.SET);
        assertThat(problemsOf(SMALL + "encoder: set"))
                .containsExactly(
                        "watch.yaml:4: `encoder` in the watch is set, which reads categories and no numbers: write"
                                + " bag, which reads both");
    }

    @Test
    void aSequenceShorterThanTheDefaultMinimumIsItsOwnMinimum() {
        assertThat(WatchFile.parse("watch.yaml", SMALL + "sequence: {length: 2}")
                        .sequence())
                .isEqualTo(new SequenceRule(2, 2, Long.MAX_VALUE, ""));
    }

    @Test
    void durationsHaveUnitsWhereTheTimeHasACalendar() {
        assertThat(gapOf(CALENDAR + "sequence: {gap: 500ms}")).isEqualTo(500_000L);
        assertThat(gapOf(CALENDAR + "sequence: {gap: 30s}")).isEqualTo(30_000_000L);
        assertThat(gapOf(CALENDAR + "sequence: {gap: 2m}")).isEqualTo(120_000_000L);
        assertThat(gapOf(CALENDAR + "sequence: {gap: 7d}")).isEqualTo(604_800_000_000L);
    }

    @Test
    void durationsArePositionsWhereItHasNone() {
        assertThat(gapOf("time: {field: row, unit: ordinal}\nsequence: {gap: 500}"))
                .isEqualTo(500L);
    }

    @Test
    void anUnknownKeyIsRefusedWithThoseThatExist() {
        assertThat(problemsOf(SMALL + "colour: red"))
                .containsExactly(
                        "watch.yaml:4: unknown key `colour` in the watch: write one of alerts, compare, encoder,"
                                + " entity, features, id, lateness, partitioned-by-entity, sequence, time, watch");
    }

    @Test
    void anUnknownKeyOfAFeatureIsRefused() {
        assertThat(problemsOf("""
                        watch: logins
                        entity: user
                        features:
                          - {name: amount, field: amount, as: number}
                          - {name: place, feld: terminal, as: since-previous}
                        """))
                .containsExactly("watch.yaml:5: unknown key `feld` in a feature: write one of as, buckets, field,"
                        + " known-for, name, scale, within");
    }

    @Test
    void aMissingFieldIsRefusedWithAnExample() {
        assertThat(problemsOf("entity: user\nfeatures: [{name: amount, field: amount, as: number}]"))
                .containsExactly(
                        "watch.yaml:1: `watch` is missing in the watch: write for example `watch: card-payments`");
        assertThat(problemsOf("watch: logins\nentity: user\nfeatures:\n  - {name: amount, as: number}"))
                .containsExactly("watch.yaml:4: `field` is missing in a feature: write for example `field: amount`");
    }

    @Test
    void aWatchWithoutFeaturesIsRefused() {
        String words = "`features` must be a list with at least one entry: write for example"
                + " `features: [{name: amount, field: amount, as: number, scale: log}]`";

        assertThat(problemsOf("watch: logins\nentity: user")).containsExactly("watch.yaml:1: " + words);
        assertThat(problemsOf("watch: logins\nentity: user\nfeatures: []")).containsExactly("watch.yaml:3: " + words);
        assertThat(problemsOf("watch: logins\nentity: user\nfeatures: amount"))
                .containsExactly("watch.yaml:3: " + words);
    }

    @Test
    void aWrongTypeIsRefused() {
        assertThat(problemsOf(SMALL + "id: [a, b]"))
                .containsExactly(
                        "watch.yaml:4: `id` in the watch must be one plain value: write for example `id: value`,"
                                + " or leave it out");
        assertThat(problemsOf(SMALL + "id:"))
                .containsExactly(
                        "watch.yaml:4: `id` in the watch must be one plain value: write for example `id: value`,"
                                + " or leave it out");
        assertThat(problemsOf(SMALL + "partitioned-by-entity: yes"))
                .containsExactly("watch.yaml:4: `partitioned-by-entity` in the watch is yes, expected true or false");
        assertThat(problemsOf(SMALL + "sequence: 32"))
                .containsExactly("watch.yaml:4: `sequence` must be a mapping of keys to values: write for example"
                        + " `{by: ..., gap: ..., length: ..., minimum: ...}`");
        assertThat(problemsOf(SMALL + "time: paid_at"))
                .containsExactly("watch.yaml:4: `time` must be a mapping of keys to values: write for example"
                        + " `{field: ..., unit: ...}`");
        assertThat(problemsOf("watch: logins\nentity: user\nfeatures: [amount]"))
                .contains("watch.yaml:3: a feature must be a mapping of keys to values: write for example"
                        + " `{as: ..., buckets: ..., field: ..., known-for: ..., name: ..., scale: ..., within: ...}`");
    }

    @Test
    void aTimeWithoutItsFieldIsRefused() {
        assertThat(problemsOf(SMALL + "time: {unit: millis}"))
                .containsExactly("watch.yaml:4: `field` is missing in `time`: write for example `field: at`");
    }

    @Test
    void aFileInAnotherEncodingIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("w.yaml"), new byte[] {'w', (byte) 0xE9, ':'});

        assertThatThrownBy(() -> WatchFile.read(file))
                .isInstanceOf(WatchException.class)
                .hasMessage(file + " is not UTF-8 text: save it as UTF-8");
    }

    @Test
    void aNumberOutOfRangeIsRefusedWithTheRange() {
        assertThat(problemsOf(SMALL + "sequence: {length: 1}"))
                .containsExactly("watch.yaml:4: `length` in `sequence` is 1, expected a whole number from 2 to 512");
        assertThat(problemsOf(SMALL + "sequence: {length: 8, minimum: 9}"))
                .containsExactly("watch.yaml:4: `minimum` in `sequence` is 9, expected a whole number from 1 to 8");
        assertThat(problemsOf(SMALL + "sequence: {length: many}"))
                .containsExactly("watch.yaml:4: `length` in `sequence` is many, expected a whole number from 2 to 512");
    }

    @Test
    void aChoiceThatDoesNotExistIsRefusedWithThoseThatDo() {
        assertThat(problemsOf(SMALL + "encoder: gru"))
                .containsExactly(
                        "watch.yaml:4: `encoder` in the watch is gru, expected one of bag, tcn, lstm, mlp, set, auto");
        assertThat(problemsOf(SMALL + "compare: distance"))
                .containsExactly("watch.yaml:4: `compare` in the watch is distance, expected one of likelihood-ratio,"
                        + " cosine, euclidean, manhattan");
        assertThat(problemsOf(SMALL + "time: {field: at, unit: hours}"))
                .containsExactly("watch.yaml:4: `unit` in `time` is hours, expected one of seconds, millis, micros,"
                        + " iso8601, ordinal");
        assertThat(problemsOf("watch: logins\nentity: user\nfeatures: [{name: a, field: a, as: numeric}]"))
                .containsExactly("watch.yaml:3: `as` in a feature is numeric, expected one of number, change, relative,"
                        + " category, novelty, time-of-day, day-of-week, since-previous, confirmed-fraud");
    }

    @Test
    void twoFeaturesOfOneNameAreRefused() {
        assertThat(problemsOf("""
                        watch: logins
                        entity: user
                        features:
                          - {name: place, field: terminal, as: category}
                          - {name: place, field: terminal, as: novelty}
                        """))
                .containsExactly(
                        "watch.yaml:5: `name` in a feature is place for a second time: give each feature its own name");
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertThat(problemsOf(SMALL + "entity: card"))
                .containsExactly("watch.yaml:4: key `entity` stands twice in the watch: keep one");
    }

    @Test
    void aFeatureOfTheCalendarNeedsATimeWithOne() {
        String words = "is time-of-day, which needs a time with a calendar: add `time: {field: ..., unit: millis}`";
        String hour = "watch: logins\nentity: user\nfeatures: [{name: hour, as: time-of-day}]\n";

        assertThat(problemsOf(hour)).containsExactly("watch.yaml:3: `as` in a feature " + words);
        assertThat(problemsOf(hour + "time: {field: row, unit: ordinal}"))
                .containsExactly("watch.yaml:3: `as` in a feature " + words);
    }

    @Test
    void aDurationThatIsNoneIsRefused() {
        assertThat(problemsOf(SMALL + CALENDAR + "lateness: 10 minutes"))
                .containsExactly("watch.yaml:5: `lateness` in the watch is 10 minutes, expected a duration such as 30s,"
                        + " 10m, 12h or 7d");
        assertThat(problemsOf(SMALL + CALENDAR + "sequence: {gap: 30}"))
                .containsExactly(
                        "watch.yaml:5: `gap` in `sequence` is 30, expected a duration such as 30s, 10m, 12h or 7d");
        assertThat(problemsOf(SMALL + "lateness: 10m"))
                .containsExactly("watch.yaml:4: `lateness` in the watch is 10m, expected a whole number of positions,"
                        + " since the watch has no time with a calendar");
    }

    @Test
    void aBudgetThatIsNoneIsRefused() {
        for (String budget : List.of(
                "20 a day",
                "0 per 100 events",
                "1 per 0 events",
                "1 per 1 events",
                "1.2.3 per 100 events",
                ". per 100 events",
                "1 per 99999999999999999999 events")) {
            assertThat(problemsOf(SMALL + "alerts: {budget: " + budget + "}"))
                    .containsExactly("watch.yaml:4: `budget` in `alerts` is " + budget
                            + ", expected for example `20 per day`, `1 per 1000 entities per day` or `1 per"
                            + " 10000 events`");
        }
    }

    @Test
    void aLimitThatIsNoFiniteNumberIsRefused() {
        for (String limit : List.of("high", "NaN", "Infinity", "1e999", "0x1p3")) {
            assertThat(problemsOf(SMALL + "alerts: {limit: " + limit + "}"))
                    .containsExactly(
                            "watch.yaml:4: `limit` in `alerts` is " + limit + ", expected a number such as 6.5");
        }
    }

    @Test
    void aNameThatCannotNameTopicsIsRefused() {
        for (String name : List.of("Card Payments", "-cards", "cards_eu", "a".repeat(65))) {
            assertThat(problemsOf("entity: user\nfeatures: [{name: a, field: a, as: number}]\nwatch: " + name))
                    .containsExactly("watch.yaml:3: `watch` in the watch is " + name
                            + ", expected lower-case letters, digits and hyphens: it names topics");
        }
    }

    @Test
    void whatIsNoYamlIsRefusedWithItsLine() {
        assertThat(problemsOf("watch: logins\nentity: \"user\nfeatures: []"))
                .containsExactly(
                        "watch.yaml:3: is not YAML, found unexpected end of stream: look at indents, quotes and"
                                + " brackets");
    }

    @Test
    void anEmptyFileIsRefused() {
        for (String empty : List.of("", "\n\n", "# only a comment")) {
            assertThat(problemsOf(empty))
                    .containsExactly("watch.yaml is empty: write at least watch, entity and features");
        }
    }

    @Test
    void aFileThatIsAListIsRefused() {
        assertThat(problemsOf("- watch: logins"))
                .contains(
                        "watch.yaml:1: the watch must be a mapping of keys to values: write for example `{alerts: ...,"
                                + " compare: ..., encoder: ..., entity: ..., features: ..., id: ..., lateness: ...,"
                                + " partitioned-by-entity: ..., sequence: ..., time: ..., watch: ...}`");
    }

    @Test
    void allProblemsAreToldAtOnceInTheOrderOfTheirLines() {
        assertThat(problemsOf("""
                        entity: user
                        encoder: lstm
                        lateness: soon
                        features:
                          - {name: a, field: a, as: numeric}
                          - {name: b, field: b, as: category, buckets: 1}
                        colour: red
                        """))
                .extracting(problem -> problem.replaceAll(" (in|is|must) .*", ""))
                .containsExactly(
                        "watch.yaml:1: `watch`",
                        "watch.yaml:2: `encoder`",
                        "watch.yaml:3: `lateness`",
                        "watch.yaml:5: `as`",
                        "watch.yaml:6: `buckets`",
                        "watch.yaml:7: unknown key `colour`");
    }

    @Test
    void theMessageHasOneLineForEachProblem() {
        assertThatThrownBy(() -> WatchFile.parse("watch.yaml", SMALL + "encoder: gru\ncompare: l2"))
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "watch.yaml:4: `encoder` in the watch is gru, expected one of bag, tcn, lstm, mlp, set, auto",
                        "watch.yaml:5: `compare` in the watch is l2, expected one of likelihood-ratio, cosine, euclidean,"
                                + " manhattan"));
    }

    @Test
    void aFileIsReadUnderItsName(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("cards.yaml"), SMALL + "encoder: gru");

        assertThatThrownBy(() -> WatchFile.read(file))
                .hasMessage(
                        "cards.yaml:4: `encoder` in the watch is gru, expected one of bag, tcn, lstm, mlp, set, auto");
    }

    @Test
    void aFileOfMoreThanAMegabyteIsRefusedUnread(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("huge.yaml"), new byte[(1 << 20) + 1]);

        assertThatThrownBy(() -> WatchFile.read(file))
                .isInstanceOf(WatchException.class)
                .hasMessage(file + " is larger than 1 MiB: a watch file has some tens of lines");
    }

    private static long gapOf(String more) {
        return WatchFile.parse("watch.yaml", SMALL + more).sequence().gap();
    }

    private static List<String> problemsOf(String yaml) {
        WatchException refused = catchThrowableOfType(WatchException.class, () -> WatchFile.parse("watch.yaml", yaml));
        assertThat(refused).as("the refusal of\n" + yaml).isNotNull();
        return refused.problems();
    }

    @Test
    void anAmountThatIsReadOnALogarithmicScaleSaysWhatIsAtStake() {
        String yaml = """
                watch: cards
                entity: who
                features: [{name: paid, field: amount, as: number, scale: SCALE}]
                alerts: {budget: 1 per 1000 events, amount: amount}
                """;

        assertThat(WatchFile.parse("w.yaml", yaml.replace("SCALE", "log"))
                        .alerts()
                        .amount())
                .isEqualTo("amount");
        assertThatThrownBy(() -> WatchFile.parse("w.yaml", yaml.replace("SCALE", "none")))
                .hasMessageContaining("w.yaml:4: ")
                .hasMessageContaining(
                        "`amount` in `alerts` is amount, which no feature reads as a number on a logarithmic scale: add"
                                + " `{name: amount, field: amount, as: number, scale: log}` to the features");
    }
}
