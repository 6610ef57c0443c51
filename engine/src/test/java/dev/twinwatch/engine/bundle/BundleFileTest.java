package dev.twinwatch.engine.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.drift.CategoryBins;
import dev.twinwatch.engine.drift.NumberBins;
import dev.twinwatch.engine.drift.Shares;
import dev.twinwatch.engine.drift.UsualCategory;
import dev.twinwatch.engine.drift.UsualNumber;
import dev.twinwatch.engine.drift.UsualTraffic;
import dev.twinwatch.engine.evidence.Confidence;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.LimitCurve;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.watch.AlertRule;
import dev.twinwatch.engine.watch.Budget;
import dev.twinwatch.engine.watch.Rates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle says what it holds and where it comes from, or it is not loaded. */
final class BundleFileTest {
    private static final TestEvents EVENTS = TestEvents.ofWatch("""
            watch: cards
            entity: who
            sequence: {length: 4, minimum: 2}
            features:
              - {name: amount, field: amount, as: number, scale: log}
              - {name: place, field: terminal, as: category, buckets: 5}
            """);
    private static final Layout LAYOUT = EVENTS.layout();
    private static final EvidenceModel MODEL = TestModels.weighing(LAYOUT, 6.5, "behaviour", "averages");
    private static final Window WINDOW = EVENTS.window(1, 1, 20, 300);
    private static final Alerting ALERTING =
            new Alerting(new LimitCurve(List.of(.01, .001), List.of(2.5, 4.0)), Optional.of(new Rates(5000, 40)));
    private static final Provenance PROVENANCE = new Provenance(
            "0123456789abcdef".repeat(4),
            1000,
            20,
            "2026-01-01T00:00:00Z",
            "2026-01-31T00:00:00Z",
            42,
            Map.of("epochs", "20", "batch", "32x4"),
            "abc1234",
            "17.0.1",
            "1.0.0",
            Map.of("auc", 0.97, "eer", 0.04));

    @Test
    void whatIsWrittenIsRead() throws IOException {
        byte[] bytes = bundle();

        Bundle read = BundleFile.read(bytes);

        assertThat(read.model()).usingRecursiveComparison().isEqualTo(MODEL);
        assertThat(read.alerting()).isEqualTo(ALERTING);
        assertThat(read.provenance()).isEqualTo(PROVENANCE);
        assertThat(read.version()).isEqualTo(Sha256.of(bytes)).hasSize(64);
        assertThat(read.shortVersion()).isEqualTo(read.version().substring(0, 12));
        assertThat(new Scorer(read.model()).embed(WINDOW)).containsExactly(new Scorer(MODEL).embed(WINDOW));
    }

    @Test
    void aBundleNamesTheEntitiesOfItsCohortOnlyWhereItWasTold() throws IOException {
        EvidenceModel named = TestModels.withCohort(MODEL, "ana", "bob");

        assertThat(BundleFile.read(BundleFile.write(named, ALERTING, PROVENANCE, golden(MODEL, 0)))
                        .model()
                        .cohort()
                        .names())
                .containsExactly("ana", "bob");
        EvidenceModel shrinking = named.confident(Confidence.ofFactors(0, List.of(.5)));
        assertThat(shrinking.nameless().confidence()).isEqualTo(shrinking.confidence());
        byte[] nameless = BundleFile.write(named.nameless(), ALERTING, PROVENANCE, golden(MODEL, 0));
        assertThat(BundleFile.read(nameless).model().cohort().names()).isEmpty();
        assertThat(BundleFile.read(nameless).model().cohort().entities())
                .containsExactly(Hash64.of("ana"), Hash64.of("bob"));
    }

    @Test
    void aBundleIsReadFromAFile(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("cards.twin"), bundle());

        assertThat(BundleFile.read(file).version()).isEqualTo(Sha256.of(bundle()));
    }

    @Test
    void theSameModelGivesTheSameBytes() throws IOException {
        EvidenceModel again = TestModels.weighing(LAYOUT, 6.5, "behaviour", "averages");

        assertThat(BundleFile.write(again, ALERTING, PROVENANCE, golden(MODEL, 0)))
                .isEqualTo(bundle());
        Bundle read = BundleFile.read(bundle());
        assertThat(BundleFile.write(read.model(), read.alerting(), read.provenance(), read.golden()))
                .isEqualTo(bundle());
    }

    @Test
    void aBundleThatWasCutAnywhereIsRefused() throws IOException {
        byte[] whole = bundle();

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> BundleFile.read(cut))
                    .isInstanceOf(BundleException.class)
                    .hasMessage("bundle of " + length + " bytes does not end as a zip does: it is cut, or no bundle;"
                            + " copy it again");
        }
    }

    @Test
    void aBundleWithAnyOneBitTurnedIsRefusedOrHoldsTheSameModel() throws IOException {
        byte[] whole = bundle();
        int refused = 0;
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Bundle read;
            try {
                read = BundleFile.read(damaged);
            } catch (BundleException e) {
                refused++;
                continue;
            }
            // dates and the directory are not read, but they are part of the version
            assertThat(read.version()).isNotEqualTo(Sha256.of(whole));
            assertThat(read.model())
                    .as("byte %s", at)
                    .usingRecursiveComparison()
                    .isEqualTo(MODEL);
            assertThat(read.provenance()).isEqualTo(PROVENANCE);
        }
        assertThat(refused).isGreaterThan(whole.length / 2);
    }

    @Test
    void anAlteredEntryIsRefusedWithItsName() throws IOException {
        for (String name : List.of("watch.yaml", "numbers.bin", "golden.bin")) {
            Map<String, byte[]> entries = entries(bundle());
            byte[] altered = entry(entries, name).clone();
            String before = Sha256.of(altered);
            altered[altered.length - 1] ^= 1;
            entries.put(name, altered);

            assertThatThrownBy(() -> BundleFile.read(zip(entries)))
                    .isInstanceOf(BundleException.class)
                    .hasMessage("entry " + name + " of the bundle has checksum " + Sha256.of(altered)
                            + ", its manifest says " + before + ": it was altered, copy or train it again");
        }
    }

    @Test
    void aBundleOfANewerFormatIsRefused() throws IOException {
        assertThatThrownBy(() -> BundleFile.read(withManifest("\"format\" : 6", "\"format\" : 7")))
                .isInstanceOf(BundleException.class)
                .hasMessage(
                        "bundle has format 7, this release reads 3 to 6: use the release that made it, or train again");
    }

    @Test
    void aBundleOfFormat4IsReadAndItsConfidenceIsOfFactors() throws IOException {
        EvidenceModel shrinking = MODEL.confident(Confidence.ofFactors(0, List.of(.25, .5)));
        byte[] now = BundleFile.write(shrinking, ALERTING, PROVENANCE, golden(MODEL, 0));

        byte[] before = withManifest(now, "\"format\" : 6(.*)\"drawn\" : \"BY_FACTOR\",", "\"format\" : 4$1");

        assertThat(BundleFile.read(before).model()).usingRecursiveComparison().isEqualTo(shrinking);
        assertThat(BundleFile.read(before).alerting()).isEqualTo(ALERTING);
    }

    @Test
    void aBundleKeepsByHowMuchEvidenceOfFewReferencesIsShifted() throws IOException {
        EvidenceModel shifting = MODEL.confident(Confidence.ofShifts(0, List.of(-2.0, -0.5)));

        Bundle read = BundleFile.read(BundleFile.write(shifting, ALERTING, PROVENANCE, golden(MODEL, 0)));

        assertThat(read.model().confidence()).isEqualTo(shifting.confidence());
    }

    @Test
    void aBundleOfTheFirstFormatThatIsReadKnowsNoOtherBudget() throws IOException {
        byte[] before = withManifest(
                "\"format\" : 6(.*)\"confidence\" : .*(\"fusion\" : .*)\"cohort\" : .*(\"provenance\" : )",
                "\"format\" : 3$1$2$3");

        Bundle read = BundleFile.read(before);

        assertThat(read.model()).usingRecursiveComparison().isEqualTo(MODEL);
        assertThat(read.alerting()).isEqualTo(Alerting.UNKNOWN);
    }

    @Test
    void aBundleOfFormat5IsReadAndDoesNotKnowUsualTraffic() throws IOException {
        Bundle read = BundleFile.read(withManifest("\"format\" : 6", "\"format\" : 5"));

        assertThat(read.model()).usingRecursiveComparison().isEqualTo(MODEL);
        assertThat(read.alerting()).isEqualTo(ALERTING);
        assertThat(read.traffic()).isEmpty();
    }

    @Test
    void usualTrafficIsReadAsItWasWrittenAndStaysWithAnotherBudget() throws IOException {
        long home = Hash64.of("home");
        UsualTraffic usual = new UsualTraffic(
                new UsualNumber(UsualTraffic.EVIDENCE, NumberBins.between(-2, -1), Shares.counted(0, 10, 0, 0)),
                List.of(new UsualNumber("amount", NumberBins.between(1, 10, 100), Shares.counted(0, 5, 5, 0, 0))),
                List.of(new UsualCategory(
                        "terminal",
                        CategoryBins.knowing(new long[] {home}, new int[] {CategoryBins.mark(home), -1}),
                        Shares.counted(10, 0, 0, 0))),
                0.25);

        Bundle read =
                BundleFile.read(BundleFile.write(MODEL, ALERTING, Optional.of(usual), PROVENANCE, golden(MODEL, 0)));

        assertThat(read.traffic().orElseThrow()).usingRecursiveComparison().isEqualTo(usual);
        assertThat(BundleFile.read(read.withBudget("50 per day")).traffic().orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(usual);
    }

    @Test
    void anotherBudgetIsTheSameModelWithItsLimitAndIsNamed() throws IOException {
        Bundle whole = BundleFile.read(bundle());

        // 5,000 events a day: one alert in a hundred events has the limit 2.5
        Bundle other = BundleFile.read(whole.withBudget("50 per day"));

        assertThat(other.model().limit()).isEqualTo(2.5);
        assertThat(other.model().calibrated(other.model().fusion(), MODEL.limit()))
                .usingRecursiveComparison()
                .isEqualTo(MODEL);
        assertThat(other.version()).isNotEqualTo(whole.version());
        assertThat(other.rule().budget()).isEqualTo(new Budget(50, Budget.Per.DAY));
        assertThat(whole.rule()).isEqualTo(AlertRule.DEFAULT);
    }

    @Test
    void aBudgetThatABundleDoesNotKnowIsRefusedWithTheReason() throws IOException {
        Bundle whole = BundleFile.read(bundle());

        assertThatThrownBy(() -> whole.withBudget("1 per 10 events"))
                .hasMessage(
                        "alerts.budget is one alert per 10 events, the bundle knows limits for one per 100 to one per 1000:"
                                + " ask for one of these, or set alerts.limit");
        assertThatThrownBy(() -> whole.withBudget("many"))
                .hasMessageStartingWith("alerts.budget is many, expected for example `20 per day`");
    }

    @Test
    void aLimitUnderZeroIsGivenWhereEvidenceOfFewReferencesIsShifted() throws IOException {
        Alerting negative = new Alerting(new LimitCurve(List.of(.01, .001), List.of(-1.0, 4.0)), Optional.empty());
        EvidenceModel shifting = MODEL.confident(Confidence.ofShifts(0, List.of(-.5)));
        Bundle bundle = BundleFile.read(BundleFile.write(shifting, negative, PROVENANCE, golden(MODEL, 0)));

        assertThat(BundleFile.read(bundle.withBudget("1 per 100 events"))
                        .model()
                        .limit())
                .isEqualTo(-1);
    }

    @Test
    void aLimitUnderZeroIsRefusedWhereFewReferencesWereMadeToCountForLess() throws IOException {
        Alerting negative = new Alerting(new LimitCurve(List.of(.01, .001), List.of(-1.0, 4.0)), Optional.empty());
        EvidenceModel shrinking = MODEL.confident(Confidence.ofFactors(0, List.of(.5)));
        Bundle bundle = BundleFile.read(BundleFile.write(shrinking, negative, PROVENANCE, golden(MODEL, 0)));

        assertThatThrownBy(() -> bundle.withBudget("1 per 100 events"))
                .hasMessage(
                        "alerts.budget needs a limit under 0, and evidence of entities with few references was made for"
                                + " one over it: train with this budget, or ask for fewer alerts");
    }

    @Test
    void aBundleWithoutProvenanceIsRefused() throws IOException {
        String words = "bundle does not say where it comes from: it has no provenance, train again";
        byte[] none = withManifest(",\\s*\"provenance\" : \\{.*\\}\\s*\\}\\s*\\}", "}");
        byte[] empty = withManifest("\"provenance\" : \\{.*\\}\\s*\\}\\s*\\}", "\"provenance\" : null }");

        assertThatThrownBy(() -> BundleFile.read(none))
                .isInstanceOf(BundleException.class)
                .hasMessage(words);
        assertThatThrownBy(() -> BundleFile.read(empty))
                .isInstanceOf(BundleException.class)
                .hasMessage(words);
    }

    @Test
    void aProvenanceWithoutItsDataIsRefused() throws IOException {
        assertThatThrownBy(() -> BundleFile.read(withManifest("\"dataSha256\" : \"[^\"]*\"", "\"dataSha256\" : \"?\"")))
                .isInstanceOf(BundleException.class)
                .hasMessageStartingWith("manifest of the bundle cannot be read: ")
                .hasMessageContaining("provenance names data '?', expected a SHA-256 in hex");
    }

    @Test
    void aManifestThatLacksAValueIsRefused() throws IOException {
        for (String lacking :
                List.of("\"limit\" : 6.5,", "\"encoder\" : \\{[^}]*\\},", "\"fusion\" : \\{.*\\},(?=\\s*\"limit\")")) {
            assertThatThrownBy(() -> BundleFile.read(withManifest(lacking, "")))
                    .as("without %s", lacking)
                    .isInstanceOf(BundleException.class)
                    .hasMessageStartingWith("manifest of the bundle cannot be read: ");
        }
    }

    @Test
    void aManifestThatIsNoJsonIsRefused() throws IOException {
        Map<String, byte[]> entries = entries(bundle());
        entries.put("manifest.json", "no manifest".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> BundleFile.read(zip(entries)))
                .isInstanceOf(BundleException.class)
                .hasMessageStartingWith("manifest of the bundle cannot be read: ");
    }

    @Test
    void aFusionOfAnotherWatchIsRefused() throws IOException {
        assertThatThrownBy(() -> BundleFile.read(withManifest("\"usage place\"", "\"usage shop\"")))
                .isInstanceOf(BundleException.class)
                .hasMessage(
                        "bundle does not fit together: fusion speaks of [behaviour, nearest, cohort, averages, usage shop], watch"
                                + " cards gives [behaviour, nearest, cohort, averages, usage place]: the bundle is of another watch");
    }

    @Test
    void aManifestForAnotherWatchIsRefused() throws IOException {
        assertThatThrownBy(() -> BundleFile.read(withManifest("\"watch\" : \"cards\"", "\"watch\" : \"logins\"")))
                .isInstanceOf(BundleException.class)
                .hasMessage("bundle says that it is for watch logins, but its watch.yaml is that of cards: it was put"
                        + " together of two, train again");
    }

    @Test
    void anEncoderOfAnotherShapeIsRefused() throws IOException {
        assertThatThrownBy(() -> BundleFile.read(withManifest("\"dimensions\" : 3", "\"dimensions\" : 4")))
                .isInstanceOf(BundleException.class)
                .hasMessage("bundle does not fit together: model has 3 inputs of the ratio of behaviour, expected 4:"
                        + " it is of another watch, train again");
    }

    @Test
    void anEncoderThatComputesSomethingElseIsRefused() throws IOException {
        byte[] bytes = BundleFile.write(MODEL, ALERTING, PROVENANCE, golden(MODEL, 1e-4f));

        assertThatThrownBy(() -> BundleFile.read(bytes))
                .isInstanceOf(BundleException.class)
                .hasMessageMatching(
                        "encoder differs from the trained network by (1\\.0\\d*|9\\.9\\d*)E-[45], allowed are"
                                + " 1\\.0E-5: the bundle was made by another release, train again");
    }

    @Test
    void anEncoderThatDiffersByRoundingIsAccepted() throws IOException {
        byte[] bytes = BundleFile.write(MODEL, ALERTING, PROVENANCE, golden(MODEL, 1e-6f));

        assertThat(BundleFile.read(bytes).model().limit()).isEqualTo(6.5);
    }

    @Test
    void goldenVectorsThatAreNoNumbersAreRefused() throws IOException {
        byte[] bytes = BundleFile.write(MODEL, ALERTING, PROVENANCE, golden(MODEL, Float.NaN));

        assertThatThrownBy(() -> BundleFile.read(bytes))
                .isInstanceOf(BundleException.class)
                .hasMessageStartingWith("encoder differs from the trained network by NaN");
    }

    @Test
    void aBundleWithoutGoldenVectorsCannotBeMade() {
        assertThatThrownBy(() -> new Golden(List.of(), List.of()))
                .hasMessage("golden vectors have 0 windows and 0 embeddings, expected as many, at least one");
    }

    @Test
    void anEntryThatDoesNotBelongThereIsRefused() throws IOException {
        Map<String, byte[]> entries = entries(bundle());
        entries.put("run.sh", new byte[1]);

        assertThatThrownBy(() -> BundleFile.read(zip(entries)))
                .isInstanceOf(BundleException.class)
                .hasMessage("bundle has an unexpected entry run.sh, expected once each [manifest.json, watch.yaml,"
                        + " numbers.bin, golden.bin]: it is no bundle of this release");
    }

    @Test
    void aMissingEntryIsRefused() throws IOException {
        Map<String, byte[]> entries = entries(bundle());
        entries.remove("golden.bin");

        assertThatThrownBy(() -> BundleFile.read(zip(entries)))
                .isInstanceOf(BundleException.class)
                .hasMessage("bundle has the entries [manifest.json, watch.yaml, numbers.bin], expected [manifest.json,"
                        + " watch.yaml, numbers.bin, golden.bin]: it is cut, or no bundle");
    }

    @Test
    void aZipThatUnpacksToMoreThanTheLimitIsRefused() throws IOException {
        byte[] small = zip(Map.of("a", new byte[1_000_000]));

        assertThat(small.length).isLessThan(2_000);
        assertThatThrownBy(() -> Archive.read(small, List.of("a"), 999_999))
                .isInstanceOf(BundleException.class)
                .hasMessage("bundle unpacks to more than 999999 bytes: refused");
        assertThat(Archive.read(small, List.of("a"), 1_000_000).get("a")).hasSize(1_000_000);
    }

    @Test
    void aFileThatIsNotThereIsRefusedWithTheRemedy(@TempDir Path folder) {
        Path file = folder.resolve("none.twin");

        assertThatThrownBy(() -> BundleFile.read(file))
                .isInstanceOf(BundleException.class)
                .hasMessage("no bundle at " + file + ": `twinwatch train` makes one");
    }

    @Test
    void numbersThatClaimToBeManyTakeNoMemory() {
        byte[] bytes = Tensors.encode(Map.of("a", new float[] {1, 2}));
        bytes[7] = 0x7f;

        assertThatThrownBy(() -> Tensors.decode(bytes))
                .isInstanceOf(BundleException.class)
                .hasMessage("numbers of the bundle are cut at 19 bytes: copy it again");
    }

    private static byte[] bundle() throws IOException {
        return BundleFile.write(MODEL, ALERTING, PROVENANCE, golden(MODEL, 0));
    }

    /** One window and its embedding, the first value of which is off by so much. */
    private static Golden golden(EvidenceModel model, float off) {
        float[] embedding = new Scorer(model).embed(WINDOW);
        embedding[0] += off;
        return new Golden(List.of(WINDOW), List.of(embedding));
    }

    private static byte[] withManifest(String pattern, String words) throws IOException {
        return withManifest(bundle(), pattern, words);
    }

    private static byte[] withManifest(byte[] bundle, String pattern, String words) throws IOException {
        Map<String, byte[]> entries = entries(bundle);
        String before = new String(entry(entries, "manifest.json"), StandardCharsets.UTF_8);
        String after = before.replaceFirst("(?s)" + pattern, words);
        assertThat(after).as("the altered manifest").isNotEqualTo(before);
        entries.put("manifest.json", after.getBytes(StandardCharsets.UTF_8));
        return zip(entries);
    }

    private static byte[] entry(Map<String, byte[]> entries, String name) {
        return Objects.requireNonNull(entries.get(name), name);
    }

    private static Map<String, byte[]> entries(byte[] bundle) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
