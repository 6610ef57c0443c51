package dev.twinwatch.sandbox.compose;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What dashboard and rules ask Prometheus for. */
public final class Queries {
    /** A name before labels, a range or the end of a term, that is no function and no keyword. */
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w\"$])([a-z_:][a-z0-9_:]*)(?=\\s*(?:\\{|\\[|\\)|\\+|-|\\*|/|$))");

    private Queries() {}

    /** The expressions of both. */
    public static List<String> expressions() throws IOException {
        List<String> expressions = new ArrayList<>();
        List<JsonNode> found = new ArrayList<>();
        found.addAll(Repository.json("ops/grafana/dashboards/twinwatch.json").findValues("expr"));
        found.addAll(Repository.yaml("ops/prometheus/rules.yml").findValues("expr"));
        found.forEach(expression -> expressions.add(expression.asText()));
        return expressions;
    }

    /** The metrics that an expression names, without those that Prometheus makes itself. */
    public static Set<String> metrics(String expression) {
        Set<String> metrics = new TreeSet<>();
        // Label names in parentheses follow by, on and without; values of labels are quoted.
        String terms =
                expression.replaceAll("\\b(by|on|without)\\s*\\([^)]*\\)", "").replaceAll("\"[^\"]*\"", "\"\"");
        Matcher names = NAME.matcher(terms);
        while (names.find()) {
            metrics.add(names.group(1));
        }
        metrics.remove("up");
        return metrics;
    }
}
