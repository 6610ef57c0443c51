package dev.twinwatch.trainer.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How well one number, higher where a window is less alike, tells windows of an entity itself from those of others.
 *
 * @param own the number for windows of the entity, ascending, at least one
 * @param others the number for windows of others, ascending, at least one
 */
public record Discrimination(List<Double> own, List<Double> others) {
    public Discrimination {
        if (own.isEmpty() || others.isEmpty()) {
            throw new IllegalArgumentException("discrimination needs windows of either kind, got " + own.size()
                    + " own and " + others.size() + " of others");
        }
        own = own.stream().sorted().toList();
        others = others.stream().sorted().toList();
    }

    /**
     * What one limit does.
     *
     * @param limit windows from here on are flagged
     * @param falseAlarms share of own windows that are flagged, 0 to 1
     * @param hits share of others' windows that are flagged, 0 to 1
     */
    public record Point(double limit, double falseAlarms, double hits) {
        double imbalance() {
            return Math.abs(falseAlarms - misses());
        }

        /** Share of others' windows that pass, 0 to 1. */
        public double misses() {
            return 1 - hits;
        }
    }

    /** Every limit that makes a difference, from the highest, which flags nothing, to the lowest, which flags all. */
    public List<Point> curve() {
        List<Point> points = new ArrayList<>();
        points.add(new Point(Double.POSITIVE_INFINITY, 0, 0));
        int ownLeft = own.size();
        int othersLeft = others.size();
        while (ownLeft > 0 || othersLeft > 0) {
            double limit = Math.max(top(own, ownLeft), top(others, othersLeft));
            while (ownLeft > 0 && own.get(ownLeft - 1) >= limit) {
                ownLeft--;
            }
            while (othersLeft > 0 && others.get(othersLeft - 1) >= limit) {
                othersLeft--;
            }
            points.add(new Point(limit, 1 - (double) ownLeft / own.size(), 1 - (double) othersLeft / others.size()));
        }
        return points;
    }

    private static double top(List<Double> sorted, int left) {
        return left == 0 ? Double.NEGATIVE_INFINITY : sorted.get(left - 1);
    }

    /** The limit at which false alarms and misses are most nearly as many. */
    public Point balanced() {
        Point best = new Point(Double.POSITIVE_INFINITY, 0, 0);
        for (Point point : curve()) {
            best = point.imbalance() < best.imbalance() ? point : best;
        }
        return best;
    }

    /** Share of errors where false alarms and misses are as many, 0 to 1; .5 is chance. */
    public double errorRate() {
        Point point = balanced();
        return (point.falseAlarms() + point.misses()) / 2;
    }

    /** Chance that a window of another is higher than an own one, equal ones counting half; .5 is chance, 1 is perfect. */
    public double area() {
        double area = 0;
        Point before = null;
        for (Point point : curve()) {
            if (before != null) {
                area += (point.falseAlarms() - before.falseAlarms()) * (point.hits() + before.hits()) / 2;
            }
            before = point;
        }
        return area;
    }

    /** Most of others' windows that can be caught with at most such a share of false alarms. */
    public double hitsAt(double falseAlarms) {
        return curve().stream()
                .filter(point -> point.falseAlarms() <= falseAlarms)
                .mapToDouble(Point::hits)
                .max()
                .orElse(0);
    }

    /** What a limit does that flags only what is over it. */
    public Point over(double limit) {
        return new Point(limit, shareOver(own, limit), shareOver(others, limit));
    }

    private static double shareOver(List<Double> sorted, double limit) {
        int found = Collections.binarySearch(sorted, Math.nextUp(limit));
        int below = found >= 0 ? found : -found - 1;
        while (below > 0 && sorted.get(below - 1) > limit) {
            below--;
        }
        return 1 - (double) below / sorted.size();
    }
}
