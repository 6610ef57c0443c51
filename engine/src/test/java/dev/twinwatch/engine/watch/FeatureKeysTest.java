package dev.twinwatch.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A key that a feature's kind would not read is refused, so that nobody believes that it does something. */
final class FeatureKeysTest {
    @Test
    void aScaleIsRefusedWhereNothingIsScaled() {
        for (String kind : List.of("category", "novelty")) {
            assertThat(problemsOf("field: f, as: " + kind + ", scale: log"))
                    .containsExactly(
                            "watch.yaml:5: `scale` in a feature is log, but only number, change and relative have"
                                    + " a scale: leave `scale` out of " + kind);
        }
        for (String kind : List.of("time-of-day", "day-of-week", "since-previous")) {
            assertThat(problemsOf("as: " + kind + ", scale: none"))
                    .containsExactly(
                            "watch.yaml:5: `scale` in a feature is none, but only number, change and relative have"
                                    + " a scale: leave `scale` out of " + kind);
        }
    }

    @Test
    void ranksAreRefusedWhereNoneAreKept() {
        for (String kind : List.of("change", "relative")) {
            assertThat(problemsOf("field: f, as: " + kind + ", scale: rank"))
                    .containsExactly(
                            "watch.yaml:5: `scale` in a feature is rank, which only number knows: write none or"
                                    + " log for " + kind);
        }
    }

    @Test
    void bucketsAreRefusedWhereThereIsNoTable() {
        for (String kind : List.of("number", "change", "relative", "novelty")) {
            assertThat(problemsOf("field: f, as: " + kind + ", buckets: 64"))
                    .containsExactly("watch.yaml:5: `buckets` in a feature is 64, but only category has buckets: leave"
                            + " `buckets` out of " + kind);
        }
        assertThat(problemsOf("as: time-of-day, buckets: 64")).hasSize(1);
    }

    @Test
    void howFarToLookBackIsRefusedWhereNobodyLooks() {
        for (String key : List.of("within", "known-for")) {
            assertThat(problemsOf("field: f, as: novelty, " + key + ": 7d"))
                    .containsExactly(
                            "watch.yaml:5: `" + key + "` in a feature is 7d, but only confirmed-fraud looks back:"
                                    + " leave `" + key + "` out of novelty");
        }
    }

    @Test
    void howFarToLookBackIsATimeAndNotNothing() {
        assertThat(problemsOf("field: f, as: confirmed-fraud, within: 0s"))
                .containsExactly("watch.yaml:5: `within` in a feature is 0s, expected a duration such as 12h or 30d, at"
                        + " most 3650d");
        assertThat(problemsOf("field: f, as: confirmed-fraud, known-for: 4000d"))
                .hasSize(1);
        assertThat(problemsOf("field: f, as: confirmed-fraud, known-for: 7")).hasSize(1);
    }

    @Test
    void confirmedFraudsCountForThirtyDaysFromWhenTheyAreKnown() {
        FeatureSpec feature = WatchFile.parse("watch.yaml", yaml("field: f, as: confirmed-fraud"))
                .features()
                .get(0);

        assertThat(feature.within()).isEqualTo(30 * 86_400_000_000L);
        assertThat(feature.knownFor()).isZero();
    }

    @Test
    void aFieldIsRefusedWhereTheTimeAloneIsRead() {
        for (String kind : List.of("time-of-day", "day-of-week", "since-previous")) {
            assertThat(problemsOf("field: at, as: " + kind))
                    .containsExactly("watch.yaml:5: `field` in a feature is at, but " + kind
                            + " reads the time alone: leave `field` out");
        }
    }

    @Test
    void whatAKindReadsIsAccepted() {
        for (String feature : List.of(
                "field: f, as: number, scale: rank",
                "field: f, as: change, scale: log",
                "field: f, as: relative, scale: none",
                "field: f, as: category, buckets: 64",
                "field: f, as: novelty",
                "field: f, as: confirmed-fraud, within: 30d, known-for: 0s",
                "as: time-of-day",
                "as: day-of-week",
                "as: since-previous")) {
            assertThat(WatchFile.parse("watch.yaml", yaml(feature)).features()).hasSize(1);
        }
    }

    @Test
    void ofAnUnknownKindNothingMoreIsSaid() {
        assertThat(problemsOf("field: f, as: numeric, buckets: 64")).hasSize(1);
    }

    private static List<String> problemsOf(String feature) {
        WatchException refused =
                catchThrowableOfType(WatchException.class, () -> WatchFile.parse("watch.yaml", yaml(feature)));
        assertThat(refused).as("the refusal of %s", feature).isNotNull();
        return refused.problems();
    }

    private static String yaml(String feature) {
        return "watch: logins\nentity: user\ntime: {field: at, unit: millis}\nfeatures:\n  - {name: a, " + feature
                + "}\n";
    }
}
