package dev.twinwatch.stream.releases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.bundle.Provenance;
import dev.twinwatch.engine.watch.AlertRule;
import dev.twinwatch.stream.control.Release;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ReleaseLinesTest {
    private static final String VERSION = "0123456789ab" + "0".repeat(52);
    private static final Release.Publication SAID =
            new Release.Publication(Instant.parse("2026-03-01T12:00:00Z"), "ana", "trained on\nMarch");

    @Test
    void aReleaseSaysWhatItIsHowItDidAndWhereItComesFrom() {
        Release release = release(
                Map.of("caught", 31.0, "takeovers", 40.0, "falseAlerts", 2.0, "honestEvents", 9120.0, "inSample", 0.0));

        assertThat(ReleaseLines.brief(release))
                .containsExactly(
                        "0123456789ab  live        2026-03-01T12:00:00Z  by ana: trained on March",
                        "              limit 2.31 for 1 per 10000 events; caught 31 of 40 takeovers, false alerts: 2 in 9,120"
                                + " honest events",
                        "              12,000 events of 60 entities, 2026-01-01T00:00:00Z to 2026-02-28T00:00:00Z");
    }

    @Test
    void figuresOfEntitiesThatTrainingSawAreCalledSo() {
        Release release = release(
                Map.of("caught", 3.0, "takeovers", 4.0, "falseAlerts", 0.0, "honestEvents", 10.0, "inSample", 1.0));

        assertThat(ReleaseLines.brief(release).get(1)).endsWith("of entities that training saw");
    }

    @Test
    void withoutFiguresThatIsSaid() {
        assertThat(ReleaseLines.brief(release(Map.of())).get(1)).endsWith("no figures of held-back entities");
    }

    @Test
    void oneThatCannotBeUsedSaysWhy() {
        Release refused =
                new Release(VERSION, Release.State.REFUSED, "bundle has format 7", Optional.of(SAID), Optional.empty());

        assertThat(ReleaseLines.brief(refused))
                .containsExactly(
                        "0123456789ab  refused     2026-03-01T12:00:00Z  by ana: trained on March",
                        "              bundle has format 7");
    }

    @Test
    void shownWholeItHasItsFullVersionAndEachSettingOfItsTraining() {
        assertThat(ReleaseLines.whole(release(Map.of("equalErrorRate", 0.04))))
                .startsWith("model " + VERSION)
                .contains("holdout.equalErrorRate 0.04", "iterations 600");
    }

    @Test
    void withoutACalendarEventsAreNumbered() {
        Release release = release(Map.of(), false);

        assertThat(ReleaseLines.brief(release).get(2)).endsWith(", 1767225600000000 to 1772236800000000");
    }

    private static Release release(Map<String, Double> holdout) {
        return release(holdout, true);
    }

    private static Release release(Map<String, Double> holdout, boolean calendar) {
        Provenance provenance = new Provenance(
                "0".repeat(64),
                12_000,
                60,
                "1767225600000000",
                "1772236800000000",
                7,
                Map.of("iterations", "600"),
                "unknown",
                "17",
                "M2.1",
                holdout);
        AlertRule rule = new AlertRule(AlertRule.DEFAULT.budget(), OptionalDouble.empty());
        return new Release(
                VERSION,
                Release.State.LIVE,
                "",
                Optional.of(SAID),
                Optional.of(new Release.Contents(2.31, rule, provenance, calendar)));
    }
}
