package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.network.SetInputs;
import dev.twinwatch.engine.network.Weights;
import dev.twinwatch.engine.watch.EncoderKind;
import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The rows of an encoder's tensors by what they read, so that weights find their place in the network of another watch: that
 * which reads the same feature, the same bucket, the same unit of the layer below.
 */
final class WeightRows {
    private final Layout layout;
    private final EncoderSpec spec;

    /** One tensor: the name that both watches have for it, its own name, and what each of its rows reads. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Tensor(String name, float[] values, List<String> rows) {
        int columns() {
            return values.length / rows.size();
        }

        /** The layer that it belongs to, as `--freeze` names it. */
        String layer() {
            return name.startsWith("embedding.") ? name : name.substring(0, name.lastIndexOf('.'));
        }
    }

    private WeightRows(Layout layout, EncoderSpec spec) {
        this.layout = layout;
        this.spec = spec;
    }

    /** By the name that two watches share: a category's table is called after the feature, as its place may differ. */
    static Map<String, Tensor> of(Layout layout, EncoderSpec spec, Weights weights) {
        WeightRows rows = new WeightRows(layout, spec);
        List<FeatureSpec> categories = layout.watch().featuresOf(FeatureKind.CATEGORY);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        weights.tensors().forEach((name, values) -> {
            int category = name.startsWith("embedding.") ? Integer.parseInt(name.substring(10)) : -1;
            String shared = category < 0 ? name : "embedding of " + label(categories.get(category));
            tensors.put(shared, new Tensor(name, values, rows.of(name)));
        });
        return tensors;
    }

    private List<String> of(String tensor) {
        if (tensor.startsWith("embedding.")) {
            return numbered("bucket", spec.buckets().get(Integer.parseInt(tensor.substring(10))));
        }
        if (tensor.equals("out.w") && spec.kind() == EncoderKind.BAG) {
            List<String> rows = categoryInputs();
            rows.addAll(numbered("hidden", spec.denseInputs() > 0 ? spec.hidden() : 0));
            return rows;
        }
        if (tensor.equals("out.w") && spec.kind() == EncoderKind.SET) {
            return valuesAndPairs();
        }
        return switch (tensor) {
            case "dense.w" -> blocks(2, denseInputs(layout));
            case "conv.0.w" -> blocks(spec.kernel(), eventInputs());
            case "lstm.w" -> blocks(1, eventInputs());
            case "first.w" -> blocks(spec.length(), eventInputs());
            default -> List.of("all");
        };
    }

    private List<String> eventInputs() {
        List<String> inputs = new ArrayList<>(denseInputs(layout));
        inputs.addAll(categoryInputs());
        return inputs;
    }

    /** The dense inputs of a watch in their order. */
    static List<String> denseInputs(Layout layout) {
        List<String> inputs = new ArrayList<>();
        for (FeatureSpec feature : layout.watch().features()) {
            inputs.addAll(numbered(label(feature), Featurizer.width(feature.kind())));
        }
        return inputs;
    }

    private List<String> categoryInputs() {
        List<String> inputs = new ArrayList<>();
        for (FeatureSpec feature : layout.watch().featuresOf(FeatureKind.CATEGORY)) {
            inputs.addAll(numbered(label(feature), spec.embedding()));
        }
        return inputs;
    }

    private List<String> valuesAndPairs() {
        List<String> rows = new ArrayList<>();
        for (FeatureSpec feature : layout.watch().featuresOf(FeatureKind.CATEGORY)) {
            rows.addAll(numbered(label(feature) + " bucket", feature.buckets()));
            rows.addAll(numbered(label(feature) + " pair", SetInputs.PAIRS));
        }
        return rows;
    }

    /** Equal for features that mean the same to a network: name, kind, and scale or buckets. */
    static String label(FeatureSpec feature) {
        Object measure = feature.kind() == FeatureKind.CATEGORY ? feature.buckets() : feature.scale();
        return feature.name() + " as " + feature.kind() + ", " + measure;
    }

    private static List<String> blocks(int count, List<String> inputs) {
        return IntStream.range(0, count)
                .boxed()
                .flatMap(block -> inputs.stream().map(input -> block + ": " + input))
                .toList();
    }

    private static List<String> numbered(String what, int count) {
        return IntStream.range(0, count).mapToObj(i -> what + " " + i).toList();
    }
}
