package dev.twinwatch.stream.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.BundleChunk;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.FraudCase;
import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.engine.cases.FraudCases;
import dev.twinwatch.engine.control.AnnouncedLimits;
import dev.twinwatch.engine.control.EntityOrders;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.metrics.Counts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A bundle that cannot be used: the log says why, a count shows it, and the model that was live stays so. */
final class RefusalsTest {
    private static final byte[] LIVE = Purchases.bundle(1);
    private static final byte[] NEXT = Purchases.bundle(2);

    private final Models models = new Models();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FraudCases cases = new FraudCases(Purchases.LAYOUT);
    private final EntityOrders orders = new EntityOrders();
    private final List<Audit> audits = new ArrayList<>();
    private final ControlLog log = new ControlLog(
            Purchases.LAYOUT,
            new ControlState(models, cases, orders, new AnnouncedLimits(true)),
            new Counts(meters),
            audits::add);
    private final Logger logger = (Logger) LoggerFactory.getLogger(Refusals.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private long offset;

    @BeforeEach
    void publishTheModelThatIsLive() {
        Chunks.of(Sha256.of(LIVE), LIVE).forEach(this::accept);
        point(Sha256.of(LIVE), 1);
        lines.start();
        logger.setLevel(Level.WARN);
        logger.setAdditive(false);
        logger.addAppender(lines);
    }

    @AfterEach
    void close() {
        logger.detachAppender(lines);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    @Test
    void aBundleThatWasAlteredOnItsWay() {
        publish(Sha256.of(NEXT), altered());

        assertRefused("pieces of bundle " + Sha256.of(NEXT) + " have checksum", "altered, publish it again");
    }

    @Test
    void aBundleThatWasCutBeforeItWasPublished() {
        byte[] cut = Arrays.copyOf(NEXT, NEXT.length - 100);

        publish(Sha256.of(cut), cut);

        assertRefused("bundle of " + cut.length + " bytes does not end as a zip does: it is cut");
    }

    @Test
    void aBundleOfANewerFormat() throws IOException {
        byte[] newer = ofFormat(7);

        publish(Sha256.of(newer), newer);

        assertRefused("bundle has format 7, this release reads 3 to 6: use the release that made it");
    }

    @Test
    void aBundleOfAnotherWatch() {
        Layout other = Layout.of(WatchFile.parse("watch.yaml", Purchases.YAML.replace("purchases", "transfers")));
        byte[] foreign = Purchases.bundle(other, 2);

        publish(Sha256.of(foreign), foreign);

        assertRefused("trained for a watch with name transfers, this service runs name purchases");
    }

    @Test
    void aBundleThatReadsWhatTheWatchDoesNotHaveSaysWhatAndIsNotWaitedFor() {
        Layout more = Layout.of(WatchFile.parse(
                "watch.yaml",
                Purchases.YAML.replaceFirst("features:\n", "features:\n  - {name: fee, field: fee, as: novelty}\n")));
        byte[] foreign = Purchases.bundle(more, 2);

        publish(Sha256.of(foreign), foreign);

        assertRefused("bundle reads fee, which watch purchases does not have, or has with other settings");
        assertThatThrownBy(() -> models.await(Sha256.of(foreign), Duration.ofHours(1)))
                .isInstanceOf(OtherWatchException.class)
                .hasMessageContaining("decides and does not fit the watch: bundle reads fee");
    }

    @Test
    void manyFraudCasesOfAnotherWatchAreToldOnceAndAllCounted() {
        for (int i = 0; i < 3; i++) {
            accept(new FraudCase("c" + i, "ana", ByteBuffer.wrap(new byte[] {9}), Instant.EPOCH, null, null, false));
        }

        assertThat(meters.get("twinwatch.control.refused").counter().count()).isEqualTo(3);
        assertThat(audits).hasSize(1);
    }

    @Test
    void aPointerToABundleOfWhichAPieceIsMissing() {
        BundleChunk half = new BundleChunk("f".repeat(64), 0, 2, Chunks.CHUNK_BYTES + 1L, ByteBuffer.allocate(9));

        accept(half);
        point("f".repeat(64), 2);
        assertThat(messages(Level.ERROR)).as("it may still come").isEmpty();
        log.settle();
        log.settle();

        assertRefusedAt(3, "names model " + "f".repeat(64) + ", of which pieces are missing: publish it again");
    }

    @Test
    void aPointerToABundleThatIsNotThere() {
        point("f".repeat(64), 2);
        log.settle();

        assertRefusedAt(2, "names model " + "f".repeat(64) + ", of whose bundle there is nothing: publish it again");
    }

    @Test
    void aPointerToABundleThatWasRefusedSaysWhyItWas() {
        publish(Sha256.of(NEXT), altered());
        log.settle();

        assertThat(audits).extracting(Audit::getWhat).containsExactly("refused/2", "refused/3");
        assertThat(audits.get(1).getWhy())
                .startsWith(
                        "pointer of epoch 2 names model " + Sha256.of(NEXT) + ", which was refused: pieces of bundle")
                .endsWith("altered, publish it again");
        assertTheFirstIsStillLive();
    }

    @Test
    void aShadowThatIsMissingIsToldAndTheModelThatThePointerMakesLiveIsTaken() {
        Chunks.of(Sha256.of(NEXT), NEXT).forEach(this::accept);
        accept(new dev.twinwatch.contracts.ModelPointer(Sha256.of(NEXT), "f".repeat(64), 2L, null));
        log.settle();

        assertThat(models.pointer().map(ModelPointer::version)).contains(Sha256.of(NEXT));
        assertThat(models.shadow()).isEmpty();
        assertThat(audits)
                .singleElement()
                .satisfies(audit -> assertThat(audit.getWhy())
                        .isEqualTo("pointer of epoch 2 names the shadow " + "f".repeat(64)
                                + ", of whose bundle there is nothing: publish it again"));
    }

    @Test
    void theAuditOfARefusalIsTheSameWhoeverReadsTheTopic() {
        publish(Sha256.of(NEXT), altered());

        assertThat(audits)
                .containsExactly(new Audit(
                        Instant.EPOCH,
                        "service",
                        messages(Level.ERROR)
                                .get(0)
                                .replace("control record at offset 2 is refused, what is live stays: ", ""),
                        "refused/2",
                        Sha256.of(LIVE),
                        Sha256.of(LIVE)));
    }

    private void assertRefused(String... words) {
        assertRefusedAt(2, words);
    }

    private void assertRefusedAt(long at, String... words) {
        assertThat(messages(Level.ERROR))
                .singleElement()
                .asString()
                .startsWith("control record at offset " + at + " is refused, what is live stays: ")
                .contains(words);
        assertThat(meters.get("twinwatch.control.refused").counter().count()).isOne();
        assertThat(audits).singleElement().extracting(Audit::getWhat).isEqualTo("refused/" + at);
        assertTheFirstIsStillLive();
    }

    private void assertTheFirstIsStillLive() {
        assertThat(models.pointer()).contains(new ModelPointer(Sha256.of(LIVE), 1, 1));
        assertThat(meters.get("twinwatch.model.info").gauge().getId().getTag("version"))
                .isEqualTo(Sha256.of(LIVE).substring(0, 12));
    }

    private static byte[] altered() {
        byte[] altered = NEXT.clone();
        altered[altered.length / 2]++;
        return altered;
    }

    private List<String> messages(Level level) {
        return lines.list.stream()
                .filter(line -> line.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private void publish(String version, byte[] bundle) {
        Chunks.of(version, bundle).forEach(this::accept);
        point(version, 2);
    }

    private void point(String version, long epoch) {
        accept(new dev.twinwatch.contracts.ModelPointer(version, null, epoch, null));
    }

    private void accept(Object change) {
        log.accept(offset++, "key", new Control(Instant.EPOCH, "tester", "", change));
    }

    private static byte[] ofFormat(int format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(NEXT));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                String changed = Map.of("manifest.json", text.replace("\"format\" : 6", "\"format\" : " + format))
                        .getOrDefault(entry.getName(), text);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(changed.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return bytes.toByteArray();
    }
}
