package dev.twinwatch.trainer.training;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.nd4j.linalg.learning.config.Sgd;

/** Layers that do not learn. */
final class Frozen {
    private Frozen() {}

    /** Whether a name means this layer: its own, or the first part of it, such as {@code embedding} for {@code embedding.0}. */
    static boolean names(String name, String layer) {
        return layer.equals(name) || layer.startsWith(name + ".");
    }

    /** Takes updater and decay from layers; throws IllegalArgumentException where a name means none, or all are meant. */
    static void freeze(ComputationGraphConfiguration network, Set<String> names) {
        Map<String, BaseLayer> layers = new TreeMap<>();
        network.getVertices().forEach((name, vertex) -> {
            if (vertex instanceof LayerVertex layer
                    && layer.getLayerConf().getLayer() instanceof BaseLayer base
                    && !(base instanceof LossLayer || base instanceof BaseOutputLayer)) {
                layers.put(name, base);
            }
        });
        for (String name : names) {
            if (layers.keySet().stream().noneMatch(layer -> names(name, layer))) {
                throw new IllegalArgumentException("--freeze " + name + ": the network has the layers "
                        + String.join(", ", layers.keySet()) + ": name one of them");
            }
        }
        int all = layers.size();
        layers.keySet().removeIf(layer -> names.stream().noneMatch(name -> names(name, layer)));
        if (layers.size() == all) {
            throw new IllegalArgumentException(
                    "--freeze " + String.join(",", new TreeSet<>(names)) + " leaves no layer to learn: name fewer");
        }
        layers.values().forEach(layer -> {
            layer.setIUpdater(new Sgd(0));
            layer.setBiasUpdater(null);
            layer.setRegularization(List.of());
            layer.setRegularizationBias(List.of());
        });
    }
}
