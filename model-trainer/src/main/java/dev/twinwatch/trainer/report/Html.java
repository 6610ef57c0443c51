package dev.twinwatch.trainer.report;

import java.util.List;
import java.util.Locale;

/** Markup under construction: whatever comes from data goes through {@link #escaped}. */
final class Html {
    private final StringBuilder text = new StringBuilder();

    /** Text that no browser takes for markup, in elements and in quoted attributes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A share as percent, one digit after the point. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** Markup as it is. */
    Html raw(String markup) {
        text.append(markup).append('\n');
        return this;
    }

    /** An element with text in it. */
    Html element(String tag, String words) {
        return raw("<" + tag + ">" + escaped(words) + "</" + tag + ">");
    }

    /** An element of a class with text in it. */
    Html element(String tag, String styleClass, String words) {
        return raw("<" + tag + " class=\"" + styleClass + "\">" + escaped(words) + "</" + tag + ">");
    }

    /** A chart and the sentences that say what it shows and what would be bad. */
    Html figure(String title, String chart, String words) {
        return raw("<figure>")
                .element("h3", title)
                .raw(chart)
                .element("figcaption", words)
                .raw("</figure>");
    }

    /** A table; cells that hold a figure stand right. */
    Html table(List<String> head, List<List<String>> rows) {
        return table("table", head, rows);
    }

    /** A table of facts, each of its own kind: all stand left. */
    Html facts(List<List<String>> rows) {
        return table("table class=\"facts\"", List.of("what", "value"), rows);
    }

    private Html table(String opening, List<String> head, List<List<String>> rows) {
        raw("<div class=\"wide\"><" + opening + "><thead>");
        row("th", head);
        raw("</thead><tbody>");
        rows.forEach(row -> row("td", row));
        return raw("</tbody></table></div>");
    }

    private void row(String tag, List<String> cells) {
        text.append("<tr>");
        for (String cell : cells) {
            boolean figure = tag.equals("td") && cell.matches("-?[0-9][0-9,.]*( %)?|-");
            text.append('<').append(tag).append(figure ? " class=\"figure\">" : ">");
            text.append(escaped(cell)).append("</").append(tag).append('>');
        }
        text.append("</tr>\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
