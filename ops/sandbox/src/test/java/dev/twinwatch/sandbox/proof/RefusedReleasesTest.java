package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.stream.app.Service;
import dev.twinwatch.stream.control.Releases;
import io.micrometer.core.instrument.Counter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong on the control topic of a running service: refused, told to metric and audit, and the live model stays. */
class RefusedReleasesTest {
    private static final byte[] LIVE = CardPayments.bundle();
    private static final byte[] NEXT = Measured.with(LIVE, 30, 4);
    private static final String VERSION = Sha256.of(NEXT);

    @TempDir
    static Path folder;

    private static Rig rig;
    private static Service service;
    private static HandWritten strangers;

    private double refusedBefore;

    @BeforeAll
    static void startWithAModel() throws Exception {
        rig = Rig.start(folder);
        service = rig.startService();
        strangers = new HandWritten(rig);
    }

    @AfterAll
    static void stop() {
        strangers.close();
        service.close();
        rig.close();
    }

    @BeforeEach
    void count() {
        refusedBefore = refused();
    }

    @Test
    void aCorruptRelease() throws Exception {
        byte[] corrupt = NEXT.clone();
        corrupt[corrupt.length / 2]++;

        long bundle = strangers.bundle(VERSION, corrupt);
        long pointer = strangers.point(VERSION, 2);

        assertRefused(bundle, "they were altered, publish it again");
        assertRefused(pointer, "names model " + VERSION + ", which was refused");
        assertLiveStaysAfter(2);
    }

    @Test
    void aReleaseForAnotherWatch() throws Exception {
        byte[] foreign = ofAnotherWatch();

        long bundle = strangers.bundle(Sha256.of(foreign), foreign);
        long pointer = strangers.point(Sha256.of(foreign), 2);

        assertRefused(bundle, "trained for a watch with name other-payments");
        assertRefused(pointer, "which was refused");
        assertLiveStaysAfter(2);
    }

    @Test
    void aReleaseForAnotherWatchThatSomebodyPromotesAtThePage() throws Exception {
        byte[] foreign = ofAnotherWatch();
        strangers.bundle(Sha256.of(foreign), foreign);
        String promote = "{\"change\": \"PROMOTE\", \"version\": \"" + Sha256.of(foreign)
                + "\", \"epoch\": "
                + Releases.read(rig.settings(), rig.schemas()).epoch() + ", \"who\": \"eva\", \"why\": \"newer\"}";

        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.httpPort() + "/api/models"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(promote))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("trained for a watch with name other-payments", "nothing was changed");
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertLiveStaysAfter(1));
    }

    @Test
    void aReleaseOfANewerFormat() throws Exception {
        byte[] newer = ofFormat(99);

        long bundle = strangers.bundle(Sha256.of(newer), newer);
        long pointer = strangers.point(Sha256.of(newer), 2);

        assertRefused(bundle, "bundle has format 99, this release reads ");
        assertRefused(pointer, "which was refused");
        assertLiveStaysAfter(2);
    }

    @Test
    void aReleaseWithAPieceMissing() throws Exception {
        String version = "a".repeat(64);

        strangers.piece(version, 0, 2, (512 << 10) + 1L, new byte[512 << 10]);
        long pointer = strangers.point(version, 2);

        assertRefused(pointer, "names model " + version + ", of which pieces are missing");
        assertLiveStaysAfter(1);
    }

    private static void assertRefused(long offset, String words) throws IOException {
        Audit audit = rig.awaitRefusals(offset, 1).get(0);
        assertThat(audit.getWhy()).contains(words);
        assertThat(audit.getWho()).isEqualTo("service");
        assertThat(audit.getBefore()).isEqualTo(Sha256.of(LIVE));
        assertThat(audit.getAfter()).isEqualTo(Sha256.of(LIVE));
    }

    private void assertLiveStaysAfter(int refused) {
        assertThat(service.models().pointer().orElseThrow().version()).isEqualTo(Sha256.of(LIVE));
        assertThat(refused() - refusedBefore).isEqualTo(refused);
        assertThat(service.health().failures()).isZero();
    }

    private static double refused() {
        return service.metrics().find("twinwatch.control.refused").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static byte[] ofAnotherWatch() throws Exception {
        String yaml = Files.readString(CardPayments.WATCH_FILE).replaceFirst("watch: .*", "watch: other-payments");
        Layout other = Layout.of(WatchFile.parse("other.yaml", yaml));
        Bundle bundle = BundleFile.read(LIVE);
        EvidenceModel here = bundle.model();
        EvidenceModel there = new EvidenceModel(
                other,
                here.scaling(),
                here.spec(),
                here.weights(),
                here.behaviour(),
                here.summary(),
                here.fixed(),
                here.cohort(),
                here.usage(),
                here.halfLife(),
                here.confidence(),
                here.fusion(),
                here.limit());
        return BundleFile.write(there, bundle.alerting(), bundle.provenance(), bundle.golden());
    }

    private static byte[] ofFormat(int format) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(NEXT));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().equals("manifest.json")) {
                    content = new String(content, StandardCharsets.UTF_8)
                            .replaceFirst("\"format\" : [0-9]+", "\"format\" : " + format)
                            .getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content);
            }
        }
        return bytes.toByteArray();
    }
}
