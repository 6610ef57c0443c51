package dev.twinwatch.stream.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.contracts.BundleChunk;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.Limits;
import dev.twinwatch.contracts.Renewal;
import dev.twinwatch.contracts.RenewalKind;
import dev.twinwatch.contracts.Snooze;
import dev.twinwatch.contracts.WatchVersion;
import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.engine.cases.FraudCases;
import dev.twinwatch.engine.control.AnnouncedLimits;
import dev.twinwatch.engine.control.EntityOrders;
import dev.twinwatch.engine.detection.Order;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.metrics.Counts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ControlLogTest {
    private final Models models = new Models();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FraudCases cases = new FraudCases(Purchases.LAYOUT);
    private final EntityOrders orders = new EntityOrders();
    private final AnnouncedLimits limits = new AnnouncedLimits(true);
    private final ControlLog log =
            new ControlLog(Purchases.LAYOUT, new ControlState(models, cases, orders, limits), new Counts(meters));
    private long offset;

    @Test
    void aPublishedModelIsLiveFromItsPointerOn() {
        byte[] bundle = Purchases.bundle(1);

        publish(bundle, 1);

        assertThat(models.pointer()).contains(new ModelPointer(Sha256.of(bundle), 1, 1));
        assertThat(models.bundle(Sha256.of(bundle))).isPresent();
        assertThat(meters.get("twinwatch.model.info").gauge().getId().getTag("version"))
                .isEqualTo(Sha256.of(bundle).substring(0, 12));
    }

    @Test
    void whatTheWatchWasBeforeSaysHowStateOfThatTimeIsRead() {
        Layout now = Layout.of(WatchFile.parse("watch.yaml", Purchases.YAML));
        String more =
                Purchases.YAML.replaceFirst("features:\n", "features:\n  - {name: fee, field: fee, as: number}\n");
        Layout before = Layout.of(WatchFile.parse("watch.yaml", more));
        ControlLog own = new ControlLog(now, new ControlState(models, cases, orders, limits), new Counts(meters));

        own.accept(1, OwnWatch.key(before), new Control(Instant.EPOCH, "service", "", new WatchVersion(more)));

        assertThat(own.tellsOf(before)).isTrue();
        assertThat(own.tellsOf(now)).isFalse();
        assertThat(now.writtenIn("state is", before.fingerprint()).numbers()).contains("fee");
    }

    @Test
    void aWatchThatCannotBeReadIsRefusedAndNothingElse() {
        accept(new WatchVersion("features: none"));
        publish(Purchases.bundle(1), 1);

        assertThat(meters.get("twinwatch.control.refused").counter().count()).isEqualTo(1);
        assertThat(models.pointer()).isPresent();
    }

    @Test
    void aBundleThatIsAlteredIsRefusedAndTheLiveModelStays() {
        publish(Purchases.bundle(1), 1);
        byte[] bundle = Purchases.bundle(2);
        String version = Sha256.of(bundle);
        bundle[bundle.length / 2]++;

        accept(Chunks.of(version, bundle).get(0));
        point(version, 2);

        assertThat(models.pointer().map(ModelPointer::epoch)).contains(1L);
        assertThat(models.bundle(version)).isEmpty();
        assertThat(meters.get("twinwatch.control.refused").counter().count()).isEqualTo(1);
    }

    @Test
    void aPointerWithAnOlderEpochChangesNothingAndIsNotCalledLive() {
        publish(Purchases.bundle(1), 2);
        String live = Sha256.of(Purchases.bundle(1));

        publish(Purchases.bundle(2), 1);

        assertThat(models.pointer().map(ModelPointer::version)).contains(live);
        assertThat(meters.get("twinwatch.model.info").gauge().getId().getTag("version"))
                .isEqualTo(live.substring(0, 12));
        assertThat(meters.get("twinwatch.control.refused").counter().count()).isEqualTo(1);
    }

    @Test
    void aPointerWithoutAnEpochThatTasksWouldTakeUpIsRefused() {
        publish(Purchases.bundle(1), 0);

        assertThat(models.pointer()).isEmpty();
        assertThat(meters.get("twinwatch.control.refused").counter().count()).isEqualTo(1);
    }

    @Test
    void aSnoozeHoldsUntilItIsTakenBack() {
        log.accept(
                offset++,
                "snooze/ana",
                new Control(Instant.EPOCH, "eve", "", new Snooze("ana", Instant.ofEpochSecond(7))));

        assertThat(orders.of("ana").snoozedUntil()).isEqualTo(7_000_000);
        assertThat(orders.of("bob")).isEqualTo(Order.NONE);

        log.accept(offset++, "snooze/ana", null);

        assertThat(orders.of("ana")).isEqualTo(Order.NONE);
    }

    @Test
    void aLaterRenewalHasAHigherRevisionAndLeavesTheSnooze() {
        log.accept(
                offset++,
                "snooze/ana",
                new Control(Instant.EPOCH, "eve", "", new Snooze("ana", Instant.ofEpochSecond(7))));
        log.accept(
                offset++, "renewal/ana", new Control(Instant.EPOCH, "eve", "", new Renewal("ana", RenewalKind.RESET)));
        log.accept(
                offset++,
                "renewal/ana",
                new Control(Instant.EPOCH, "eve", "", new Renewal("ana", RenewalKind.RESTORE)));

        assertThat(orders.of("ana")).isEqualTo(new Order(7_000_000, Order.Renewal.RESTORE, 3));
    }

    @Test
    void aLimitOfTheLiveModelIsShownUntilItIsTakenBack() {
        publish(Purchases.bundle(1), 1);
        String version = Sha256.of(Purchases.bundle(1));
        assertThat(meters.get("twinwatch.limit").gauge().value()).isEqualTo(2);

        accept(new Limits("all", 2.5, Instant.EPOCH, version, null));
        assertThat(limits.newest(version)).hasValue(2.5);
        assertThat(meters.get("twinwatch.limit").gauge().value()).isEqualTo(2.5);
        assertThat(meters.get("twinwatch.limit.trained").gauge().value()).isEqualTo(2);

        log.accept(offset++, "limits/all", null);
        assertThat(limits.newest(version)).isEmpty();
        assertThat(meters.get("twinwatch.limit").gauge().value()).isEqualTo(2);
    }

    @Test
    void aLimitOfAnUnknownCohortIsRefusedAndCounted() {
        accept(new Limits("newcomers", 2.5, Instant.EPOCH, "m1", null));

        assertThat(limits.newest("m1")).isEmpty();
        assertThat(meters.get("twinwatch.control.refused").counter().count()).isEqualTo(1);
    }

    @Test
    void bytesThatAreNoBundleAreRefused() {
        byte[] nonsense = {1, 2, 3};

        publish(nonsense, 1);

        assertThat(models.pointer()).isEmpty();
        assertThat(meters.get("twinwatch.control.refused").counter().count()).isEqualTo(1);
    }

    @Test
    void aBundleOfAnotherWatchIsRefused() {
        Layout other = Layout.of(WatchFile.parse("watch.yaml", Purchases.YAML.replace("purchases", "transfers")));

        publish(Purchases.bundle(other, 1), 1);

        assertThat(models.pointer()).isEmpty();
        assertThat(meters.get("twinwatch.control.refused").counter().count()).isEqualTo(1);
    }

    @Test
    void aPointerWaitsForItsBundle() {
        byte[] bundle = Purchases.bundle(1);

        point(Sha256.of(bundle), 5);
        assertThat(models.pointer()).isEmpty();
        Chunks.of(Sha256.of(bundle), bundle).forEach(this::accept);

        assertThat(models.pointer()).contains(new ModelPointer(Sha256.of(bundle), 5, 0));
    }

    @Test
    void piecesInAnyOrderMakeTheWhole() {
        byte[] large = new byte[3 * Chunks.CHUNK_BYTES + 17];
        new Random(3).nextBytes(large);
        List<BundleChunk> chunks = Chunks.of(Sha256.of(large), large);

        Chunks assembled = new Chunks(chunks.get(2));
        assertThat(assembled.add(chunks.get(2))).isEmpty();
        assertThat(assembled.add(chunks.get(0))).isEmpty();
        assertThat(assembled.add(chunks.get(0))).isEmpty();
        assertThat(assembled.add(chunks.get(3))).isEmpty();
        Optional<byte[]> whole = assembled.add(chunks.get(1));

        assertThat(chunks).hasSize(4);
        assertThat(whole.map(bytes -> Arrays.equals(bytes, large))).contains(true);
    }

    @Test
    void aPieceThatPromisesTooMuchIsRefusedBeforeMemoryIsTaken() {
        BundleChunk greedy = new BundleChunk("x", 0, Integer.MAX_VALUE, Long.MAX_VALUE, ByteBuffer.allocate(1));

        accept(greedy);

        assertThat(meters.get("twinwatch.control.refused").counter().count()).isEqualTo(1);
    }

    @Test
    void whatIsTakenBackLeavesTheLiveModel() {
        publish(Purchases.bundle(1), 1);

        log.accept(offset++, "model", null);

        assertThat(models.pointer()).isPresent();
    }

    @Test
    void aRetiredModelIsForgottenOnceNoTaskDecidesByIt() {
        String first = Sha256.of(Purchases.bundle(1));
        publish(Purchases.bundle(1), 1);
        models.tasks().decides("0_0", first);
        publish(Purchases.bundle(2), 2);

        log.accept(offset++, "bundle/" + first + "/0", null);
        log.settle();
        assertThat(models.bundle(first)).as("a task decides by it").isPresent();

        models.tasks().decides("0_0", Sha256.of(Purchases.bundle(2)));
        log.settle();
        assertThat(models.bundle(first)).isEmpty();
    }

    @Test
    void aModelThatIsTakenBackWhileItIsLiveStaysLive() {
        publish(Purchases.bundle(1), 1);

        log.accept(offset++, "bundle/" + Sha256.of(Purchases.bundle(1)) + "/0", null);
        log.settle();

        assertThat(models.pointer().map(ModelPointer::version).flatMap(models::bundle))
                .isPresent();
    }

    @Test
    void aRetiredModelThatIsPublishedAgainIsKept() {
        byte[] bundle = Purchases.bundle(1);
        Chunks.of(Sha256.of(bundle), bundle).forEach(this::accept);
        log.accept(offset++, "bundle/" + Sha256.of(bundle) + "/0", null);
        Chunks.of(Sha256.of(bundle), bundle).forEach(this::accept);

        log.settle();

        assertThat(models.bundle(Sha256.of(bundle))).isPresent();
    }

    @Test
    void aModelThatNeverComesIsNamedWithWhatToDo() {
        assertThatThrownBy(() -> models.await("gone", Duration.ofMillis(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gone")
                .hasMessageContaining("models publish");
    }

    private void publish(byte[] bundle, long epoch) {
        Chunks.of(Sha256.of(bundle), bundle).forEach(this::accept);
        point(Sha256.of(bundle), epoch);
    }

    private void point(String version, long epoch) {
        accept(new dev.twinwatch.contracts.ModelPointer(version, null, epoch, null));
    }

    private void accept(Object change) {
        log.accept(offset++, "key", new Control(Instant.EPOCH, "tester", "", change));
    }
}
