package dev.twinwatch.stream.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.contracts.ModelPointer;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.bundle.Provenance;
import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.settings.ReleaseGates;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The live model caught 30 of 40 takeovers with 4 false alerts in 10,000 events; gates are those of the defaults. */
final class NextPointerTest {
    private static final byte[] LIVE = HeldOut.bundle(1, 30, 4);
    private static final byte[] NEXT = HeldOut.bundle(2, 31, 4);
    private static final Terms EVE = Terms.by("eve", "because");

    private final ControlTopic topic = new ControlTopic();

    @Test
    void theFirstModelIsLiveAtEpochOneWithNothingBeforeIt() {
        PointerStep step = next(EVE).published(Place.LIVE, "v1", provenance(LIVE));

        assertThat(step.after()).isEqualTo(new ModelPointer("v1", null, 1L, null));
        assertThat(step.what()).isEqualTo("model");
        assertThat(step.from()).isNull();
        assertThat(step.to()).isEqualTo("v1");
    }

    @Test
    void aModelThatIsPublishedAsLiveKeepsTheShadowAndRemembersTheOneBefore() {
        String live = publishLive();
        topic.point(live, "s", 2, null);

        PointerStep step = next(EVE).published(Place.LIVE, "v2", provenance(NEXT));

        assertThat(step.after()).isEqualTo(new ModelPointer("v2", "s", 3L, live));
        assertThat(step.from()).isEqualTo(live);
        assertThat(step.to()).isEqualTo("v2");
        assertThat(step.note()).isEmpty();
    }

    @Test
    void theSameModelAgainIsNotTheOneBeforeItself() {
        String live = publishLive();
        topic.point(live, null, 2, "older");

        PointerStep step = next(EVE).published(Place.LIVE, live, provenance(LIVE));

        assertThat(step.after()).isEqualTo(new ModelPointer(live, null, 3L, "older"));
    }

    @Test
    void aShadowLeavesTheLiveOneAndTheAuditSpeaksOfTheShadow() {
        String live = publishLive();

        PointerStep step = next(EVE).published(Place.SHADOW, "s", provenance(NEXT));

        assertThat(step.after()).isEqualTo(new ModelPointer(live, "s", 2L, null));
        assertThat(step.what()).isEqualTo("shadow");
        assertThat(step.from()).isNull();
        assertThat(step.to()).isEqualTo("s");
    }

    @Test
    void aShadowThatIsWorseMayScoreAlong() {
        publishLive();

        PointerStep step = next(EVE).published(Place.SHADOW, "s", provenance(HeldOut.bundle(2, 1, 900)));

        assertThat(step.after().getShadow()).isEqualTo("s");
    }

    @Test
    void aShadowWithoutALiveModelIsRefused() {
        assertThatThrownBy(() -> next(EVE).published(Place.SHADOW, "s", provenance(NEXT)))
                .isInstanceOf(RefusedReleaseException.class)
                .hasMessageContaining("publish this one as the live model first");
    }

    @Test
    void theLiveModelIsNoShadow() {
        String live = publishLive();

        assertThatThrownBy(() -> next(EVE).published(Place.SHADOW, live, provenance(LIVE)))
                .hasMessageContaining("is live, so that it cannot be the shadow");
    }

    @Test
    void aKeptModelScoresAlongUntilThatIsEnded() {
        String live = publishLive();
        String kept = topic.add(NEXT);

        PointerStep begun = next(EVE).shadowed(kept.substring(0, 6));
        topic.point(begun.after());
        PointerStep ended = next(EVE).unshadowed();

        assertThat(begun.after()).isEqualTo(new ModelPointer(live, kept, 2L, null));
        assertThat(ended.after()).isEqualTo(new ModelPointer(live, null, 3L, null));
        assertThat(ended.what()).isEqualTo("shadow");
        assertThat(ended.from()).isEqualTo(kept);
        assertThat(ended.to()).isNull();
    }

    @Test
    void whereNothingScoresAlongThereIsNothingToEnd() {
        publishLive();

        assertThatThrownBy(() -> next(EVE).unshadowed()).hasMessageContaining("there is no shadow model");
    }

    @Test
    void aPromotedShadowIsLiveAndNoLongerTheShadow() {
        String live = publishLive();
        String better = topic.add(NEXT);
        topic.point(live, better, 2, null);

        PointerStep step = next(EVE).promoted("shadow");

        assertThat(step.after()).isEqualTo(new ModelPointer(better, null, 3L, live));
    }

    @Test
    void aKeptModelIsPromotedByItsFirstDigitsAndTheShadowStays() {
        String live = publishLive();
        topic.point(live, "s", 2, null);
        String kept = topic.add(NEXT);

        PointerStep step = next(EVE).promoted(kept.substring(0, 4));

        assertThat(step.after()).isEqualTo(new ModelPointer(kept, "s", 3L, live));
    }

    @Test
    void aModelOfAnotherWatchIsNotPromotedNotEvenByForce() {
        publishLive();
        byte[] foreign = Purchases.bundle(Foreign.LAYOUT, 3);
        topic.add(foreign);

        assertThatThrownBy(() -> next(EVE.force()).promoted(Sha256.of(foreign)))
                .isInstanceOf(RefusedReleaseException.class)
                .hasMessageContaining("trained for a watch with name transfers, this service runs name purchases")
                .hasMessageContaining("nothing was changed");
    }

    @Test
    void thereAndBackARollbackChangesPlaces() {
        String live = publishLive();
        String next = topic.add(NEXT);
        topic.point(next, null, 2, live);

        PointerStep back = next(EVE).rolledBack();
        topic.point(back.after());
        PointerStep again = next(EVE).rolledBack();

        assertThat(back.after()).isEqualTo(new ModelPointer(live, null, 3L, next));
        assertThat(again.after()).isEqualTo(new ModelPointer(next, null, 4L, live));
    }

    @Test
    void aRollbackToAWorseModelIsNotJudged() {
        String worse = topic.add(HeldOut.bundle(3, 1, 900));
        String live = topic.add(LIVE);
        topic.point(live, null, 2, worse);

        assertThat(next(EVE).rolledBack().after().getLive()).isEqualTo(worse);
    }

    @Test
    void withNothingBeforeThereIsNothingToRollBackTo() {
        publishLive();

        assertThatThrownBy(() -> next(EVE).rolledBack()).hasMessageContaining("there is nothing to roll back to");
    }

    @Test
    void aRollbackToWhatWasRetiredIsRefused() {
        String live = topic.add(LIVE);
        topic.point(live, null, 2, "f".repeat(64));

        assertThatThrownBy(() -> next(EVE).rolledBack())
                .isInstanceOf(RefusedReleaseException.class)
                .hasMessageContaining("no model whose version begins with ffff");
    }

    @Test
    void oneTakeoverInTwentyMayBeLostAndNotMore() {
        publishLive();

        assertThat(judged(29, 4).note()).isEmpty();
        assertThatThrownBy(() -> judged(28, 4))
                .isInstanceOf(RefusedReleaseException.class)
                .hasMessageContaining("it caught 28 of 40 held-back takeovers, the live one 30 of 40")
                .hasMessageContaining("release.most-recall-lost is 0.05")
                .hasMessageContaining("--force");
    }

    @Test
    void halfAsManyFalseAlertsMoreMayBeRaisedAndNotMore() {
        publishLive();

        assertThat(judged(30, 6).note()).isEmpty();
        assertThatThrownBy(() -> judged(30, 7))
                .hasMessageContaining("it raised 7 false alerts in 10000 honest events, the live one 4 in 10000")
                .hasMessageContaining("release.most-false-alerts is 1.5");
    }

    @Test
    void aLiveModelWithoutAnyFalseAlertIsTakenForOneThatRaisedOne() {
        String live = topic.add(HeldOut.bundle(1, 30, 0));
        topic.point(live, null, 1, null);

        assertThat(judged(30, 1).note()).isEmpty();
        assertThatThrownBy(() -> judged(30, 2)).hasMessageContaining("it raised 2 false alerts");
    }

    @Test
    void oneFalseAlertIsNeverTooManyHoweverShortTheHistory() {
        publishLive();

        assertThat(judgedOn(800, 1).note()).isEmpty();
        // 1.5 x 4 / 10,000 x 5,000 = 3
        assertThat(judgedOn(5_000, 3).note()).isEmpty();
        assertThatThrownBy(() -> judgedOn(5_000, 4)).hasMessageContaining("it raised 4 false alerts in 5000");
    }

    @Test
    void forceOverridesTheGatesAndTheAuditSaysSo() {
        publishLive();

        PointerStep step = next(EVE.force()).published(Place.LIVE, "v2", provenance(HeldOut.bundle(2, 28, 4)));

        assertThat(step.after().getLive()).isEqualTo("v2");
        assertThat(step.why()).startsWith("because; forced, although it caught 28 of 40 held-back takeovers");
    }

    @Test
    void aBundleWithoutFiguresIsNotJudgedAndThatIsSaid() {
        publishLive();

        PointerStep step = next(EVE).published(Place.LIVE, "v2", provenance(Purchases.bundle(2)));

        assertThat(step.after().getLive()).isEqualTo("v2");
        assertThat(step.note()).isEqualTo("not judged, since its bundle has no figures of held-back entities");
    }

    @Test
    void figuresOfEntitiesThatTrainingSawDoNotJudge() {
        publishLive();
        byte[] inSample = HeldOut.bundle(
                2, Map.of("caught", 1.0, "takeovers", 40.0, "falseAlerts", 0.0, "honestEvents", 9.0, "inSample", 1.0));

        assertThat(next(EVE).published(Place.LIVE, "v2", provenance(inSample)).note())
                .startsWith("not judged");
    }

    @Test
    void whoeverDecidedUponAnOlderEpochIsRefused() {
        publishLive();

        assertThat(next(EVE.atEpoch(1))
                        .published(Place.LIVE, "v2", provenance(NEXT))
                        .after()
                        .getEpoch())
                .isEqualTo(2);
        assertThatThrownBy(() -> next(EVE.atEpoch(0)))
                .isInstanceOf(RefusedReleaseException.class)
                .hasMessageContaining("it has epoch 1, expected 0, nothing was changed");
    }

    @Test
    void neitherTheLiveModelNorTheShadowIsRetired() {
        String live = publishLive();
        String shadow = topic.add(NEXT);
        topic.point(live, shadow, 2, null);
        String kept = topic.add(HeldOut.bundle(3, 30, 4));

        assertThatThrownBy(() -> next(EVE).retirable("live"))
                .hasMessageContaining("is live: promote another one first");
        assertThatThrownBy(() -> next(EVE).retirable(shadow)).hasMessageContaining("is the shadow: promote it");
        assertThat(next(EVE).retirable(kept).version()).isEqualTo(kept);
    }

    @Test
    void theModelToWhichARollbackGoesIsRetiredByForceAlone() {
        String previous = topic.add(NEXT);
        String live = topic.add(LIVE);
        topic.point(live, null, 2, previous);

        assertThatThrownBy(() -> next(EVE).retirable("previous"))
                .isInstanceOf(RefusedReleaseException.class)
                .hasMessageContaining("a rollback goes there: retire it after the next change, or with --force");
        assertThat(next(EVE.force()).retirable("previous").version()).isEqualTo(previous);
    }

    private String publishLive() {
        String live = topic.add(LIVE);
        topic.point(live, null, 1, null);
        return live;
    }

    private PointerStep judged(int caught, int falseAlerts) {
        return next(EVE).published(Place.LIVE, "v2", provenance(HeldOut.bundle(2, caught, falseAlerts)));
    }

    private PointerStep judgedOn(double honestEvents, double falseAlerts) {
        Map<String, Double> holdout = Map.of(
                "caught",
                30.0,
                "takeovers",
                40.0,
                "falseAlerts",
                falseAlerts,
                "honestEvents",
                honestEvents,
                "inSample",
                0.0);
        return next(EVE).published(Place.LIVE, "v2", provenance(HeldOut.bundle(2, holdout)));
    }

    private NextPointer next(Terms terms) {
        return new NextPointer(topic.releases(), new ReleaseGates(0.05, 1.5), terms);
    }

    private static Provenance provenance(byte[] bundle) {
        return BundleFile.read(bundle).provenance();
    }
}
