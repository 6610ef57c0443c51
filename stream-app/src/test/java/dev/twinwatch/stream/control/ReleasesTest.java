package dev.twinwatch.stream.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.contracts.BundleChunk;
import dev.twinwatch.stream.Purchases;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ReleasesTest {
    private final ControlTopic topic = new ControlTopic();

    @Test
    void anEmptyTopicHasNoneAtEpochZero() {
        assertThat(topic.releases().all()).isEmpty();
        assertThat(topic.releases().epoch()).isZero();
        assertThat(topic.releases().live()).isEmpty();
    }

    @Test
    void eachHasTheStateThatThePointerGivesItAndTheNewestComesFirst() {
        String previous = topic.add(Purchases.bundle(1));
        String live = topic.add(Purchases.bundle(2));
        String kept = topic.add(Purchases.bundle(3));
        String shadow = topic.add(Purchases.bundle(4));
        topic.point(live, shadow, 7, previous);

        assertThat(topic.releases().all())
                .extracting(release -> release.version() + " " + release.state())
                .containsExactly(shadow + " SHADOW", kept + " KEPT", live + " LIVE", previous + " PREVIOUS");
        assertThat(topic.releases().epoch()).isEqualTo(7);
    }

    @Test
    void oneSaysWhenItWasPublishedByWhomAndWhy() {
        topic.add(Purchases.bundle(1));
        topic.add(Purchases.bundle(2));

        assertThat(topic.releases().all().get(0).said())
                .contains(new Release.Publication(Instant.ofEpochMilli(1), "eve", "because"));
    }

    @Test
    void oneThatWasAlteredIsRefusedUntilItIsPublishedAgain() {
        byte[] bundle = Purchases.bundle(1);
        BundleChunk good = Chunks.of("", bundle).get(0);
        String version = dev.twinwatch.engine.bundle.Sha256.of(bundle);
        byte[] bytes = bundle.clone();
        bytes[bytes.length / 2]++;
        topic.add(new BundleChunk(version, 0, 1, good.getTotalBytes(), ByteBuffer.wrap(bytes)));

        Release altered = topic.releases().named(version);
        assertThat(altered.state()).isEqualTo(Release.State.REFUSED);
        assertThat(altered.problem()).contains("they were altered, publish it again");

        topic.add(bundle);
        assertThat(topic.releases().named(version).state()).isEqualTo(Release.State.KEPT);
    }

    @Test
    void oneOfAnotherWatchIsRefused() {
        String version = topic.add(Purchases.bundle(Foreign.LAYOUT, 1));

        assertThat(topic.releases().named(version).state()).isEqualTo(Release.State.REFUSED);
        assertThat(topic.releases().named(version).problem()).contains("trained for a watch with name transfers");
    }

    @Test
    void oneWithAPieceMissingIsIncomplete() {
        String version = "f".repeat(64);
        topic.add(new BundleChunk(version, 0, 2, Chunks.CHUNK_BYTES + 1L, ByteBuffer.allocate(9)));
        topic.point(version, null, 1, null);

        assertThat(topic.releases().named("live").state()).isEqualTo(Release.State.INCOMPLETE);
        assertThat(topic.releases().named("live").problem()).contains("pieces are missing, there are 1");
    }

    @Test
    void aLiveModelOfWhichNothingIsThereIsIncompleteAndNotForgotten() {
        topic.point("f".repeat(64), null, 1, null);

        assertThat(topic.releases().named("live").state()).isEqualTo(Release.State.INCOMPLETE);
        assertThat(topic.releases().named("live").problem()).contains("nothing of its bundle is on the topic");
    }

    @Test
    void oneThatWasTakenBackIsGone() {
        String version = topic.add(Purchases.bundle(1));
        topic.takeBack(version, 0);

        assertThat(topic.releases().all()).isEmpty();
    }

    @Test
    void oneIsNamedByItsPlaceOrByDigitsThatNameNoOther() {
        String first = topic.add(Purchases.bundle(1));
        String second = topic.add(Purchases.bundle(2));
        topic.point(second, null, 2, first);
        Releases releases = topic.releases();

        assertThat(releases.named("live").version()).isEqualTo(second);
        assertThat(releases.named("previous").version()).isEqualTo(first);
        assertThat(releases.named(first.substring(0, 4)).version()).isEqualTo(first);
        assertThatThrownBy(() -> releases.named("shadow")).hasMessageContaining("there is no shadow model");
        assertThatThrownBy(() -> releases.named(first.substring(0, 3))).hasMessageContaining("at least 4 digits");
        assertThatThrownBy(() -> releases.named("zzzz")).hasMessageContaining("begins with zzzz");
    }

    @Test
    void digitsThatNameTwoNameNone() {
        topic.add(new BundleChunk("abcd1", 0, 1, 9L, ByteBuffer.allocate(9)));
        topic.add(new BundleChunk("abcd2", 0, 1, 9L, ByteBuffer.allocate(9)));

        assertThatThrownBy(() -> Objects.requireNonNull(topic.releases().named("abcd")))
                .isInstanceOf(RefusedReleaseException.class)
                .hasMessageContaining("2 models have versions that begin with abcd: write more digits");
    }
}
