package dev.twinwatch.bench.quality.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twinwatch.bench.quality.measure.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** All figures of a run, for people, for programs and for the book of measurements. */
public final class QualityReport {
    private final List<Line> lines;

    /** Of figures in the order in which they should stand; those of several seeds under the same name. */
    public QualityReport(List<Figure> figures) {
        lines = Line.of(figures);
    }

    /** Whether every plain method gives its published figure. */
    public boolean isHarnessSound() {
        return lines.stream().filter(Line::isCheck).allMatch(Line::isMet);
    }

    /** A table for a terminal. */
    public String asText() {
        StringBuilder text = new StringBuilder();
        for (String data : dataSets()) {
            text.append(String.format(Locale.ROOT, "%s%n", data));
            for (Published row : Published.of(data)) {
                text.append(String.format(Locale.ROOT, "  %-86s %s%n", "published: " + row.method(), row.figures()));
            }
            for (Line line : of(data)) {
                text.append(String.format(
                                Locale.ROOT,
                                "  %-86s %-16s %-4s %s",
                                line.measure(),
                                line.value(),
                                line.verdict(),
                                line.wanted())
                        .stripTrailing());
                text.append(System.lineSeparator());
            }
        }
        return text.toString();
    }

    /** Tables in Markdown. */
    public String asMarkdown() {
        StringBuilder text = new StringBuilder();
        for (String data : dataSets()) {
            text.append("\n### ")
                    .append(data)
                    .append("\n\n| measure | value (sd) | must, aim | met |\n|---|---|---|---|\n");
            for (Line line : of(data)) {
                text.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %s |%n",
                        line.measure(),
                        line.value(),
                        line.wanted(),
                        line.verdict()));
            }
            List<Published> published = Published.of(data);
            if (!published.isEmpty()) {
                text.append("\n| published | figures |\n|---|---|\n");
                published.forEach(
                        row -> text.append(String.format(Locale.ROOT, "| %s | %s |%n", row.method(), row.figures())));
            }
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    /** One object: `rows` are the numbers that were asked for, `checks` the published baselines, `beside` all others. */
    public String asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rows", rows(Line::isAsked));
        json.put("checks", rows(Line::isCheck));
        json.put("beside", rows(line -> line.goal().isEmpty()));
        try {
            return new ObjectMapper().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and names always make JSON", e);
        }
    }

    private List<Map<String, Object>> rows(Predicate<Line> kind) {
        List<Map<String, Object>> rows = new ArrayList<>();
        lines.stream().filter(kind).forEach(line -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("data", line.data());
            row.put("measure", line.measure());
            row.put("value", line.values().mean());
            row.put("sd", line.values().deviation());
            line.goal().ifPresent(goal -> {
                row.put("must", goal.must());
                goal.aim().ifPresent(aim -> row.put("aim", aim));
                row.put("met", line.isMet());
            });
            rows.add(row);
        });
        return rows;
    }

    private List<String> dataSets() {
        return lines.stream().map(Line::data).distinct().toList();
    }

    private List<Line> of(String data) {
        return lines.stream().filter(line -> line.data().equals(data)).toList();
    }
}
