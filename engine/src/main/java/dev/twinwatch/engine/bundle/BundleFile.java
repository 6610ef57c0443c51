package dev.twinwatch.engine.bundle;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twinwatch.engine.drift.UsualTraffic;
import dev.twinwatch.engine.evidence.Cohort;
import dev.twinwatch.engine.evidence.Confidence;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.LearnedFrauds;
import dev.twinwatch.engine.evidence.LikelihoodRatio;
import dev.twinwatch.engine.evidence.LimitCurve;
import dev.twinwatch.engine.evidence.Usage;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Scaling;
import dev.twinwatch.engine.network.Weights;
import dev.twinwatch.engine.watch.WatchFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Bundles as files: a zip with {@code manifest.json}, {@code watch.yaml}, {@code numbers.bin} (all tensors) and {@code
 * golden.bin}. The same model gives the same bytes.
 */
public final class BundleFile {
    private static final String MANIFEST = "manifest.json";
    private static final String WATCH = "watch.yaml";
    private static final String NUMBERS = "numbers.bin";
    private static final String GOLDEN = "golden.bin";
    private static final String FRAUDS = "frauds.stretches";
    private static final String FRAUD_VALUES = "frauds.values";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private BundleFile() {}

    /** The bytes of a bundle that does not know what drift is measured against; their SHA-256 is its version. */
    public static byte[] write(EvidenceModel model, Alerting alerting, Provenance provenance, Golden golden)
            throws IOException {
        return write(model, alerting, Optional.empty(), provenance, golden);
    }

    /** The bytes of a bundle; their SHA-256 is its version. */
    public static byte[] write(
            EvidenceModel model,
            Alerting alerting,
            Optional<UsualTraffic> traffic,
            Provenance provenance,
            Golden golden)
            throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(WATCH, model.layout().watch().yaml().getBytes(StandardCharsets.UTF_8));
        Map<String, float[]> numbers = numbers(model);
        traffic.ifPresent(usual -> numbers.putAll(TrafficTensors.of(usual)));
        entries.put(NUMBERS, Tensors.encode(numbers));
        entries.put(GOLDEN, GoldenCodec.encode(golden));
        Map<String, String> sums = new TreeMap<>();
        entries.forEach((name, bytes) -> sums.put(name, Sha256.of(bytes)));
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                model.layout().watch().name(),
                sums,
                model.spec(),
                model.summary(),
                model.halfLife(),
                model.confidence(),
                model.fusion(),
                model.limit(),
                model.cohort().names(),
                alerting.curve(),
                Manifest.UsualDay.of(alerting.rates()),
                provenance);
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(MANIFEST, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        all.putAll(entries);
        return Archive.write(all);
    }

    /** Reads and validates a file. */
    public static Bundle read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BundleException("no bundle at " + file + ": `twinwatch train` makes one");
        }
        if (Files.size(file) > Archive.MOST_BYTES) {
            throw new BundleException(file + " is larger than " + (Archive.MOST_BYTES >> 20) + " MiB: it is no bundle");
        }
        return read(Files.readAllBytes(file));
    }

    /** Reads and validates bytes; throws {@link BundleException} where anything is missing, altered or does not fit. */
    public static Bundle read(byte[] bytes) {
        Archive entries = Archive.read(bytes, List.of(MANIFEST, WATCH, NUMBERS, GOLDEN), Archive.MOST_BYTES);
        Manifest manifest = manifest(entries);
        for (String name : List.of(WATCH, NUMBERS, GOLDEN)) {
            String sum = Sha256.of(entries.get(name));
            if (!sum.equals(manifest.sha256().get(name))) {
                throw new BundleException(
                        "entry " + name + " of the bundle has checksum " + sum + ", its manifest says "
                                + manifest.sha256().get(name) + ": it was altered, copy or train it again");
            }
        }
        try {
            Layout layout = Layout.of(WatchFile.parse(WATCH, new String(entries.get(WATCH), StandardCharsets.UTF_8)));
            requireSameWatch(layout, manifest);
            Tensors numbers = Tensors.decode(entries.get(NUMBERS));
            EvidenceModel model = model(layout, manifest, numbers);
            Golden golden = GoldenCodec.decode(layout, entries.get(GOLDEN));
            Bundle bundle = new Bundle(
                    Sha256.of(bytes),
                    model,
                    new Alerting(manifest.curve(), manifest.usualDay().rates()),
                    TrafficTensors.read(layout, numbers),
                    manifest.provenance(),
                    golden);
            bundle.checkGolden();
            return bundle;
        } catch (BundleException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new BundleException("bundle does not fit together: " + e.getMessage(), e);
        }
    }

    private static void requireSameWatch(Layout layout, Manifest manifest) {
        String name = layout.watch().name();
        if (!name.equals(manifest.watch())) {
            throw new BundleException("bundle says that it is for watch " + manifest.watch() + ", but its watch.yaml is"
                    + " that of " + name + ": it was put together of two, train again");
        }
    }

    private static Manifest manifest(Archive entries) {
        try {
            JsonNode tree = JSON.readTree(entries.get(MANIFEST));
            int format = tree.path("format").asInt();
            if (format < Manifest.FORMAT_WITHOUT_CONFIDENCE || format > Manifest.FORMAT) {
                throw new BundleException("bundle has format " + format + ", this release reads "
                        + Manifest.FORMAT_WITHOUT_CONFIDENCE + " to " + Manifest.FORMAT
                        + ": use the release that made it, or train again");
            }
            if (tree.path("provenance").isMissingNode()
                    || tree.path("provenance").isNull()) {
                throw new BundleException("bundle does not say where it comes from: it has no provenance, train again");
            }
            if (format == Manifest.FORMAT_OF_FACTORS && tree.path("confidence") instanceof ObjectNode factors) {
                factors.put("drawn", Confidence.Drawn.BY_FACTOR.name());
            }
            if (format == Manifest.FORMAT_WITHOUT_CONFIDENCE && tree instanceof ObjectNode earlier) {
                earlier.set("confidence", JSON.valueToTree(Confidence.FROM_TWO_REFERENCES));
                earlier.set("cohort", JSON.createArrayNode());
                earlier.set("curve", JSON.valueToTree(LimitCurve.UNKNOWN));
                earlier.set("usualDay", JSON.valueToTree(Manifest.UsualDay.of(Optional.empty())));
            }
            return JSON.treeToValue(tree, Manifest.class);
        } catch (IOException e) {
            throw new BundleException("manifest of the bundle cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, float[]> numbers(EvidenceModel model) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        model.weights().tensors().forEach((name, values) -> arrays.put("encoder." + name, values));
        arrays.put("scaling.means", model.scaling().means());
        arrays.put("scaling.deviations", model.scaling().deviations());
        arrays.put("scaling.units", model.scaling().units());
        new TreeMap<>(model.scaling().ranks()).forEach((i, values) -> arrays.put("scaling.ranks." + i, values));
        ratio(arrays, "behaviour", model.behaviour());
        ratio(arrays, "fixed", model.fixed());
        arrays.put("cohort.entities", Pieces.of(model.cohort().entities()));
        arrays.put("cohort.centres", model.cohort().centres());
        for (int c = 0; c < model.usage().size(); c++) {
            arrays.put("usage." + c, model.usage().get(c).shares());
        }
        if (model.frauds().size() > 0) {
            // Bundles without them stay as they were.
            arrays.put(FRAUDS, Pieces.of(model.frauds().stretches()));
            arrays.put(FRAUD_VALUES, Pieces.of(model.frauds().values()));
        }
        return arrays;
    }

    private static void ratio(Map<String, float[]> arrays, String name, LikelihoodRatio ratio) {
        arrays.put(name + ".mean", ratio.mean());
        arrays.put(name + ".map", ratio.map());
        arrays.put(name + ".between", ratio.between());
        arrays.put(name + ".low", ratio.low());
        arrays.put(name + ".high", ratio.high());
        arrays.put(name + ".tails", new float[] {ratio.isHeavyTailed() ? 1 : 0});
    }

    private static EvidenceModel model(Layout layout, Manifest manifest, Tensors numbers) {
        Map<Integer, float[]> ranks = new HashMap<>();
        numbers.under("scaling.ranks.").forEach((i, values) -> ranks.put(Integer.valueOf(i), values));
        List<Usage> usage = new ArrayList<>();
        for (int c = 0; c < manifest.encoder().buckets().size(); c++) {
            usage.add(Usage.of(numbers.get("usage." + c)));
        }
        return new EvidenceModel(
                layout,
                Scaling.of(numbers.get("scaling.means"), numbers.get("scaling.deviations"), ranks)
                        .inUnits(numbers.get("scaling.units")),
                manifest.encoder(),
                Weights.of(numbers.under("encoder.")),
                ratio(numbers, "behaviour"),
                manifest.summary(),
                ratio(numbers, "fixed"),
                Cohort.of(Pieces.whole(numbers.get("cohort.entities")), numbers.get("cohort.centres"))
                        .named(manifest.cohort()),
                usage,
                manifest.halfLife(),
                manifest.confidence(),
                manifest.fusion(),
                manifest.limit(),
                frauds(numbers));
    }

    private static LearnedFrauds frauds(Tensors numbers) {
        return numbers.has(FRAUDS)
                ? LearnedFrauds.of(Pieces.whole(numbers.get(FRAUDS)), Pieces.whole(numbers.get(FRAUD_VALUES)))
                : LearnedFrauds.NONE;
    }

    private static LikelihoodRatio ratio(Tensors numbers, String name) {
        LikelihoodRatio ratio = LikelihoodRatio.of(
                        numbers.get(name + ".mean"), numbers.get(name + ".map"), numbers.get(name + ".between"))
                .bounded(numbers.get(name + ".low"), numbers.get(name + ".high"));
        return numbers.get(name + ".tails")[0] == 0 ? ratio : ratio.heavyTailed();
    }
}
