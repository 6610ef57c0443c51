package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Scaling;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.network.Weights;
import dev.twinwatch.engine.watch.EncoderKind;
import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A trained encoder from which another training starts, of the same watch or of one that shares features with it: same name,
 * kind, and scale or number of buckets.
 *
 * <p>What reads a shared feature starts with the old weights, as do all layers that read no feature; the rest starts fresh.
 * Shared dense inputs keep the old scaling, whatever the new data says: their weights were learned for values scaled so. Where
 * the new data lies elsewhere, the network learns it like any other difference; a value is clipped at 6 old deviations.
 *
 * @param name of the bundle, for messages
 * @param layout of its watch
 * @param scaling of its dense inputs
 * @param spec of its encoder
 * @param weights of its encoder
 * @param frozen layers that stay as they are, such as {@code conv.0} or {@code embedding} for all tables
 */
public record Pretrained(
        String name, Layout layout, Scaling scaling, EncoderSpec spec, Weights weights, Set<String> frozen) {
    public Pretrained {
        frozen = Set.copyOf(frozen);
    }

    /** Names of the features of another watch that this encoder knows; throws IllegalArgumentException where there is none. */
    public List<String> sharedWith(Layout other) {
        Set<String> known =
                layout.watch().features().stream().map(WeightRows::label).collect(Collectors.toSet());
        List<String> shared = other.watch().features().stream()
                .filter(feature -> known.contains(WeightRows.label(feature)))
                .map(FeatureSpec::name)
                .toList();
        if (shared.isEmpty()) {
            throw new IllegalArgumentException(name + " shares no feature with watch "
                    + other.watch().name() + ": a shared one has the same name, kind, and scale or buckets");
        }
        return shared;
    }

    /**
     * The shape of an encoder for another watch: of this kind and these sizes, as weights fit no other.
     *
     * @throws IllegalArgumentException where that watch asks for another kind
     */
    public EncoderSpec shape(Layout other) {
        Optional<EncoderKind> asked = other.watch().encoder();
        if (asked.isPresent() && asked.get() != spec.kind()) {
            throw new IllegalArgumentException(name + " has a " + spec.kind() + ", the watch asks for a " + asked.get()
                    + ": write `encoder: " + spec.kind().name().toLowerCase(Locale.ROOT) + "`");
        }
        return new EncoderSpec(
                spec.kind(),
                other.watch().sequence().length(),
                Featurizer.denseInputs(other),
                other.watch().featuresOf(FeatureKind.CATEGORY).stream()
                        .map(FeatureSpec::buckets)
                        .toList(),
                spec.embedding(),
                spec.hidden(),
                spec.kernel(),
                spec.dilations(),
                spec.dimensions());
    }

    /** The scaling that was fitted to new data, with the old one of every shared input. */
    public Scaling onto(Layout other, Scaling fitted) {
        List<String> known = WeightRows.denseInputs(layout);
        List<String> wanted = WeightRows.denseInputs(other);
        float[] means = fitted.means();
        float[] deviations = fitted.deviations();
        float[] units = fitted.units();
        Map<Integer, float[]> ranks = new TreeMap<>(fitted.ranks());
        for (int i = 0; i < wanted.size(); i++) {
            int old = known.indexOf(wanted.get(i));
            if (old >= 0) {
                means[i] = scaling.means()[old];
                deviations[i] = scaling.deviations()[old];
                units[i] = scaling.units()[old];
                float[] oldRanks = scaling.ranks().get(old);
                if (oldRanks != null) {
                    ranks.put(i, oldRanks);
                }
            }
        }
        return Scaling.of(means, deviations, ranks).inUnits(units);
    }

    /**
     * The fresh weights of another network, with the old ones wherever they are known.
     *
     * @param otherSpec the {@link #shape} for that watch
     * @throws IllegalArgumentException where a frozen layer would stay fresh
     */
    Weights onto(Layout other, EncoderSpec otherSpec, Weights fresh) {
        Map<String, WeightRows.Tensor> known = WeightRows.of(layout, spec, weights);
        Map<String, float[]> started = new LinkedHashMap<>();
        WeightRows.of(other, otherSpec, fresh).forEach((shared, tensor) -> {
            float[] values = tensor.values().clone();
            WeightRows.Tensor old = known.get(shared);
            int copied = old == null ? 0 : copy(old, tensor, values);
            if (copied < tensor.rows().size() && isFrozen(tensor.layer())) {
                throw new IllegalArgumentException("--freeze " + tensor.layer() + ": it reads what " + name
                        + " does not know and would stay random: freeze layers that only read shared features");
            }
            started.put(tensor.name(), values);
        });
        return Weights.of(started);
    }

    private static int copy(WeightRows.Tensor old, WeightRows.Tensor tensor, float[] values) {
        int columns = tensor.columns();
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < old.rows().size(); row++) {
            rows.put(old.rows().get(row), row);
        }
        int copied = 0;
        for (int row = 0; row < tensor.rows().size(); row++) {
            Integer from = rows.get(tensor.rows().get(row));
            if (from != null) {
                System.arraycopy(old.values(), from * columns, values, row * columns, columns);
                copied++;
            }
        }
        return copied;
    }

    private boolean isFrozen(String layer) {
        return frozen.stream().anyMatch(name -> Frozen.names(name, layer));
    }
}
