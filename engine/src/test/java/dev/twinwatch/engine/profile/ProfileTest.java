package dev.twinwatch.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.profile.Reference.Why;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The references of one entity, and their bytes: they lie in stores, so that each change of them is a migration. */
final class ProfileTest {
    private static final TestEvents EVENTS = TestEvents.ofWatch("""
            watch: cards
            entity: who
            sequence: {length: 4, minimum: 2}
            features: [{name: amount, field: amount, as: number}]
            """);
    private static final Layout LAYOUT = EVENTS.layout();
    /** The lowest 20 bits of the CRC-32 of "numbers=[amount] categories=[] arrivals=[]"; no time; 4 events less 2. */
    private static final String FINGERPRINT = "c189a002";

    @Test
    void theNewestSixteenAreKeptInOrder() {
        Profile profile = Profile.EMPTY;
        for (int i = 1; i <= 20; i++) {
            profile = profile.with(reference(4L * i, Why.LEARNED), 16);
        }

        assertThat(profile.revision()).isEqualTo(20);
        assertThat(profile.windows()).hasSize(16);
        assertThat(profile.windows().get(0).lastNumber()).isEqualTo(20);
        assertThat(profile.windows().get(15).lastNumber()).isEqualTo(80);
    }

    @Test
    void aReferenceFromBeforeStandsBeforeNewerOnes() {
        Profile profile = Profile.EMPTY
                .with(reference(4, Why.LEARNED), 16)
                .with(reference(12, Why.LEARNED), 16)
                .with(reference(9, Why.LEGITIMATE), 16);

        assertThat(profile.windows()).extracting(Window::lastNumber).containsExactly(4L, 9L, 12L);
    }

    @Test
    void theSameWindowIsKeptOnceWithItsLatestReason() {
        Profile profile = Profile.EMPTY.with(reference(4, Why.LEARNED), 16).with(reference(4, Why.LEGITIMATE), 16);

        assertThat(profile.references()).extracting(Reference::why).containsExactly(Why.LEGITIMATE);
        assertThat(profile.revision()).isEqualTo(2);
    }

    @Test
    void aWindowThatAPersonVouchedForOutlivesNewerOnes() {
        Profile profile = Profile.EMPTY.with(reference(4, Why.LEGITIMATE), 4);
        for (int i = 2; i <= 6; i++) {
            profile = profile.with(reference(4L * i, Why.ABSORBED), 4);
        }

        assertThat(profile.windows()).extracting(Window::lastNumber).containsExactly(4L, 16L, 20L, 24L);
    }

    @Test
    void aLegitimateWindowOlderThanAllOthersIsKeptInAFullProfile() {
        Profile profile = full(Why.ABSORBED).with(reference(4, Why.LEGITIMATE), 4);

        assertThat(profile.windows()).extracting(Window::lastNumber).containsExactly(4L, 12L, 16L, 20L);
        assertThat(profile.has(4)).isTrue();
        assertThat(profile.has(8)).isFalse();
    }

    @Test
    void atMostHalfOfTheFullProfileIsLegitimateAndTheOldestOfThemLeaves() {
        Profile half = full(Why.ABSORBED).with(reference(24, Why.LEGITIMATE), 4).with(reference(28, Why.LEGITIMATE), 4);
        assertThat(half.windows()).extracting(Window::lastNumber).containsExactly(16L, 20L, 24L, 28L);

        assertThat(half.with(reference(32, Why.LEGITIMATE), 4).windows())
                .extracting(Window::lastNumber)
                .containsExactly(16L, 20L, 28L, 32L);
        assertThat(half.with(reference(4, Why.LEGITIMATE), 4).windows())
                .as("the one added was the oldest")
                .extracting(Window::lastNumber)
                .containsExactly(16L, 20L, 24L, 28L);
    }

    @Test
    void whereThereIsRoomAllMayBeLegitimate() {
        assertThat(full(Why.LEGITIMATE).windows()).hasSize(4);
    }

    @Test
    void aFraudTakesOutWhatItMayHaveSpoiltButNotWhatPeopleVouchedFor() {
        Profile profile = Profile.EMPTY
                .with(reference(4, Why.LEARNED), 16)
                .with(reference(8, Why.ABSORBED), 16)
                .with(reference(12, Why.ENROLLED), 16)
                .with(reference(16, Why.LEGITIMATE), 16)
                .with(reference(20, Why.LEARNED), 16);

        Profile after = profile.withoutSince(8, List.of(8L));

        assertThat(after.windows()).extracting(Window::lastNumber).containsExactly(4L, 12L, 16L);
        assertThat(after.revision()).isEqualTo(6);
    }

    @Test
    void aFraudTakesOutTheLegitimateWindowThatHoldsItAndNoOther() {
        Profile profile = Profile.EMPTY
                .with(reference(12, Why.ENROLLED), 16)
                .with(reference(16, Why.LEGITIMATE), 16)
                .with(reference(20, Why.LEGITIMATE), 16);
        assertThat(profile.legitimate()).containsExactlyInAnyOrder(16L, 20L);

        assertThat(profile.withoutSince(10, List.of(12L, 13L)).windows())
                .as("event 13 is in the one up to 16")
                .extracting(Window::lastNumber)
                .containsExactly(12L, 20L);
    }

    @Test
    void whatIsWrittenIsRead() {
        Profile profile = Profile.EMPTY.with(reference(4, Why.LEARNED), 16).with(reference(8, Why.LEGITIMATE), 16);

        Profile read = ProfileCodec.decode(LAYOUT, ProfileCodec.encode(LAYOUT, profile));

        assertThat(read).isEqualTo(profile);
    }

    @Test
    void theBytesNeverChange() {
        Profile profile =
                new Profile(7, List.of(new Reference(EVENTS.window(3, 1.5, 2), Why.ABSORBED, 4_000_000, -2.5f)));
        String golden = "01" + FINGERPRINT + "00000007" + "0001"
                + "02" + "00000000003d0900" + "c0200000" + "00"
                + "0000000000000003" + "0002"
                + "0000000000000003" + "3fc00000"
                + "0000000000000004" + "40000000";

        assertThat(HexFormat.of().formatHex(ProfileCodec.encode(LAYOUT, profile)))
                .isEqualTo(golden);
        assertThat(ProfileCodec.decode(LAYOUT, HexFormat.of().parseHex(golden))).isEqualTo(profile);
    }

    @Test
    void theCodesOfTheReasonsNeverChange() {
        List<Byte> codes = Arrays.stream(Why.values()).map(Why::code).toList();

        assertThat(Why.values()).containsExactly(Why.ENROLLED, Why.LEARNED, Why.ABSORBED, Why.LEGITIMATE);
        assertThat(codes).containsExactly((byte) 0, (byte) 1, (byte) 2, (byte) 3);
    }

    @Test
    void bytesThatWereCutAnywhereAreRefused() {
        byte[] whole = ProfileCodec.encode(LAYOUT, Profile.EMPTY.with(reference(4, Why.LEARNED), 16));

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ProfileCodec.decode(LAYOUT, cut))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("profile is cut or damaged at " + length + " bytes");
        }
    }

    @Test
    void aReasonOfANewerReleaseIsRefused() {
        byte[] bytes = ProfileCodec.encode(LAYOUT, Profile.EMPTY.with(reference(4, Why.LEARNED), 16));
        bytes[11] = 9;

        assertThatThrownBy(() -> ProfileCodec.decode(LAYOUT, bytes))
                .hasMessage("a reference was absorbed for reason 9, which this release does not know: it was written by"
                        + " a newer one");
    }

    @Test
    void aProfileOfAnotherLayoutIsRefusedWithTheRemedy() {
        Layout other = TestEvents.layoutOf("watch: cards\nentity: who\nfeatures: [{name: f, field: f, as: number}]");

        assertThatThrownBy(() -> ProfileCodec.decode(other, ProfileCodec.encode(LAYOUT, Profile.EMPTY)))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "profile is of another layout than watch cards has now: sequence.length was 4 and is now 32;"
                                + " fields, kinds or scales of features changed: change the watch back, or give the changed watch"
                                + " another name");
    }

    @Test
    void whatANewerReleaseWroteIsRefused() {
        byte[] profile = ProfileCodec.encode(LAYOUT, Profile.EMPTY);
        profile[0] = 2;
        byte[] kept = new KeptEvidence("event-1", "", 4, 3.5f, EVENTS.window(3, 1.5, 2)).encode();
        kept[0] = 2;

        assertThatThrownBy(() -> ProfileCodec.decode(LAYOUT, profile))
                .hasMessage("profile is of format 2, this release reads format 1: run the release that wrote it, or a"
                        + " newer one");
        assertThatThrownBy(() -> KeptEvidence.decode(LAYOUT, kept))
                .hasMessage(
                        "kept evidence is of format 2, this release reads format 1: run the release that wrote it, or"
                                + " a newer one");
    }

    @Test
    void theBytesOfKeptEvidenceNeverChange() {
        KeptEvidence kept = new KeptEvidence("event-1", "alert-1", 4_000_000, 3.5f, EVENTS.window(3, 1.5, 2));

        String golden = "01" + FINGERPRINT
                + "0007" + "6576656e742d31"
                + "0007" + "616c6572742d31"
                + "00000000003d0900" + "40600000"
                + "0000000000000003" + "0002"
                + "0000000000000003" + "3fc00000"
                + "0000000000000004" + "40000000";

        assertThat(HexFormat.of().formatHex(kept.encode())).isEqualTo(golden);
        assertThat(KeptEvidence.decode(LAYOUT, HexFormat.of().parseHex(golden)))
                .usingRecursiveComparison()
                .isEqualTo(kept);
    }

    @Test
    void keptEvidenceThatWasCutAnywhereIsRefused() {
        byte[] whole = new KeptEvidence("event-1", "", 4, 3.5f, EVENTS.window(3, 1.5, 2)).encode();

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> KeptEvidence.decode(LAYOUT, cut))
                    .as("cut at %s", length)
                    .isExactlyInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void keptEvidenceOfAnotherLayoutIsRefused() {
        Layout other = TestEvents.layoutOf("watch: cards\nentity: who\nfeatures: [{name: f, field: f, as: number}]");
        byte[] bytes = new KeptEvidence("event-1", "", 4, 3.5f, EVENTS.window(3, 1.5, 2)).encode();

        assertThatThrownBy(() -> KeptEvidence.decode(other, bytes))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "kept evidence is of another layout than watch cards has now: sequence.length was 4 and is now 32;");
    }

    /** Four references, of events up to 8, 12, 16 and 20. */
    private static Profile full(Why why) {
        Profile profile = Profile.EMPTY;
        for (int i = 2; i <= 5; i++) {
            profile = profile.with(reference(4L * i, why), 4);
        }
        return profile;
    }

    /** Four events, the last of which has this number. */
    private static Reference reference(long lastNumber, Why why) {
        return new Reference(EVENTS.window(lastNumber - 3, 1, 2, 3, 4), why, lastNumber, -1);
    }
}
