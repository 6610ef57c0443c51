package dev.twinwatch.trainer.report;

import java.util.List;
import java.util.Locale;

/** One SVG drawing with a frame, two axes, and whatever is drawn in it; its colours come from the page. */
final class Chart {
    /** Drawing units, of which the page makes as many pixels as there is room. */
    private static final int WIDTH = 560;

    private static final int HEIGHT = 340;
    private static final int LEFT = 62;
    private static final int RIGHT = 16;
    private static final int TOP = 14;
    private static final int BOTTOM = 46;
    /** Colours and forms that can be told apart. */
    static final int SERIES = 12;

    private final Axis x;
    private final Axis y;
    private final StringBuilder drawn = new StringBuilder();
    private final StringBuilder legend = new StringBuilder();

    Chart(Axis x, Axis y) {
        this.x = x;
        this.y = y;
        for (Axis.Tick tick : x.ticks()) {
            line("grid", across(tick.value()), TOP, across(tick.value()), HEIGHT - BOTTOM);
            words("middle", across(tick.value()), HEIGHT - BOTTOM + 16, tick.words());
        }
        for (Axis.Tick tick : y.ticks()) {
            line("grid", LEFT, up(tick.value()), WIDTH - RIGHT, up(tick.value()));
            words("end", LEFT - 6, up(tick.value()) + 4, tick.words());
        }
        words("middle", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, x.label());
        drawn.append(String.format(
                Locale.ROOT,
                "<text text-anchor=\"middle\" transform=\"translate(14 %.1f) rotate(-90)\">%s</text>%n",
                (TOP + HEIGHT - BOTTOM) / 2.0,
                Html.escaped(y.label())));
    }

    private double across(double value) {
        return LEFT + x.at(value) * (WIDTH - LEFT - RIGHT);
    }

    private double up(double value) {
        return HEIGHT - BOTTOM - y.at(value) * (HEIGHT - TOP - BOTTOM);
    }

    /** Lines from point to point (x, y); points that lie on each other are drawn once. */
    Chart path(int series, String name, List<double[]> points) {
        StringBuilder path = new StringBuilder();
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < points.size(); i++) {
            double px = across(points.get(i)[0]);
            double py = up(points.get(i)[1]);
            boolean end = i == points.size() - 1;
            if (end || !(Math.abs(px - lastX) < 0.4 && Math.abs(py - lastY) < 0.4)) {
                path.append(String.format(Locale.ROOT, "%.1f,%.1f ", px, py));
                lastX = px;
                lastY = py;
            }
        }
        drawn.append("<polyline class=\"line c")
                .append(series % SERIES)
                .append("\" points=\"")
                .append(path.toString().trim())
                .append("\"/>\n");
        return named(series, name);
    }

    /** One form at a place: each series has its own, for those who see no colours. */
    Chart dot(int series, double atX, double atY) {
        String place = String.format(Locale.ROOT, "translate(%.1f %.1f)", across(atX), up(atY));
        drawn.append("<path class=\"dot c")
                .append(series % SERIES)
                .append("\" transform=\"")
                .append(place)
                .append("\" d=\"")
                .append(Form.of(series))
                .append("\"/>\n");
        return this;
    }

    /** A bar from 0 up. */
    Chart bar(int series, double from, double to, double height) {
        double left = across(from);
        drawn.append(String.format(
                Locale.ROOT,
                "<rect class=\"bar c%d\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>%n",
                series % SERIES,
                left,
                up(height),
                Math.max(0, across(to) - left),
                up(0) - up(height)));
        return this;
    }

    /** A line from bottom to top at a value. */
    Chart mark(double value, String name) {
        line("mark", across(value), TOP, across(value), HEIGHT - BOTTOM);
        legend.append("<li><svg class=\"key\" viewBox=\"-6 -6 12 12\"><line class=\"mark\" x1=\"0\" x2=\"0\" y1=\"-6\""
                        + " y2=\"6\"/></svg>")
                .append(Html.escaped(name))
                .append("</li>\n");
        return this;
    }

    /** Names a series in the legend. */
    Chart named(int series, String name) {
        legend.append("<li><svg class=\"key\" viewBox=\"-6 -6 12 12\"><path class=\"dot c")
                .append(series % SERIES)
                .append("\" d=\"")
                .append(Form.of(series))
                .append("\"/></svg>")
                .append(Html.escaped(name))
                .append("</li>\n");
        return this;
    }

    private void line(String styleClass, double x1, double y1, double x2, double y2) {
        drawn.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                styleClass,
                x1,
                y1,
                x2,
                y2));
    }

    private void words(String anchor, double atX, double atY, String words) {
        drawn.append(String.format(
                Locale.ROOT,
                "<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                anchor,
                atX,
                atY,
                Html.escaped(words)));
    }

    @Override
    public String toString() {
        String label = Html.escaped(y.label() + " against " + x.label());
        return "<svg class=\"chart\" role=\"img\" aria-label=\"" + label + "\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\">\n" + drawn + "</svg>\n<ul class=\"legend\">\n" + legend + "</ul>\n";
    }
}
