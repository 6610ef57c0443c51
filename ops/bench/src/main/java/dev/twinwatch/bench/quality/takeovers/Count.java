package dev.twinwatch.bench.quality.takeovers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What a limit on scores makes of scenes. An alert opens with the first score over the limit and swallows what follows, until a
 * window has none.
 *
 * @param events honest payments
 * @param falseAlerts opened by them
 * @param takeovers put in
 * @param delays of those that were caught: payments until the first score over the limit, that one included
 */
record Count(long events, long falseAlerts, int takeovers, List<Integer> delays) {
    static Count of(List<Scene> scenes, List<double[]> scores, double limit, int window) {
        long events = 0;
        long falseAlerts = 0;
        int takeovers = 0;
        List<Integer> delays = new ArrayList<>();
        for (int s = 0; s < scenes.size(); s++) {
            Scene scene = scenes.get(s);
            int honest = Math.min(scene.from(), scene.live().size());
            events += honest;
            falseAlerts += alerts(scores.get(s), honest, limit, window);
            if (scene.isTakenOver()) {
                takeovers++;
                for (int i = scene.from(); i < scene.to(); i++) {
                    if (scores.get(s)[i] > limit) {
                        delays.add(i - scene.from() + 1);
                        break;
                    }
                }
            }
        }
        return new Count(events, falseAlerts, takeovers, delays);
    }

    private static int alerts(double[] scores, int to, double limit, int window) {
        int alerts = 0;
        int quietUntil = -1;
        for (int i = 0; i < to; i++) {
            if (scores[i] > limit) {
                alerts += i > quietUntil ? 1 : 0;
                quietUntil = i + window;
            }
        }
        return alerts;
    }

    /** The lowest limit that opens no more than so many alerts in honest scenes: chosen knowing the truth. */
    static double lowestLimit(List<Scene> honest, List<double[]> scores, double most, int window) {
        double[] all = scores.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        int low = 0;
        int high = all.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (of(honest, scores, all[middle], window).falseAlerts() <= most) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return all[low];
    }

    double recall() {
        return delays.size() / (double) takeovers;
    }

    /** Of those caught; not a number where none was. */
    double medianDelay() {
        if (delays.isEmpty()) {
            return Double.NaN;
        }
        List<Integer> sorted = new ArrayList<>(delays);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
