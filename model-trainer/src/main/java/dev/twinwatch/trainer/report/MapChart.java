package dev.twinwatch.trainer.report;

import dev.twinwatch.trainer.evaluation.EmbeddingMap;
import java.util.List;
import java.util.Locale;

/** Embeddings in two dimensions, a form and colour for each entity. */
final class MapChart {
    private MapChart() {}

    static Chart of(EmbeddingMap map) {
        List<double[]> points = map.plane().points();
        Chart chart = new Chart(axis("first", map, 0), axis("second", map, 1));
        List<String> named = map.entities().stream().distinct().toList();
        for (int i = 0; i < points.size(); i++) {
            chart.dot(named.indexOf(map.entities().get(i)), points.get(i)[0], points.get(i)[1]);
        }
        for (int series = 0; series < named.size(); series++) {
            chart.named(series, named.get(series));
        }
        return chart;
    }

    private static Axis axis(String which, EmbeddingMap map, int dimension) {
        double low = map.plane().points().stream()
                .mapToDouble(point -> point[dimension])
                .min()
                .orElse(0);
        double high = map.plane().points().stream()
                .mapToDouble(point -> point[dimension])
                .max()
                .orElse(1);
        double room = Math.max(1e-6, (high - low) / 40);
        String label = String.format(
                Locale.ROOT,
                "%s principal component, %.0f %% of the variance",
                which,
                100 * map.plane().shares().get(dimension));
        return Axis.even(label, low - room, high + room);
    }
}
