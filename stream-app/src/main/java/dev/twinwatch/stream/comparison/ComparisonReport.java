package dev.twinwatch.stream.comparison;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twinwatch.engine.text.OneLine;
import dev.twinwatch.engine.watch.AlertRule;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A comparison, as a table for people or an object for programs.
 *
 * @param compared what was found
 * @param live what else is known of the model that decides
 * @param shadow what else is known of the one that scores along
 */
public record ComparisonReport(Compared compared, Model live, Model shadow) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What is known of a model beside its verdicts.
     *
     * @param rule what its limit comes from
     * @param micros to see one window on this machine, in microseconds; empty where it was not measured
     */
    public record Model(AlertRule rule, OptionalDouble micros) {}

    /** The table, with so many alerts of only one model for each. */
    public void print(PrintWriter out, int most) {
        row(out, "", "live", "shadow");
        row(out, "model", shortened(compared.live()), shortened(compared.shadow()));
        row(out, "alerts", compared.live().alerts(), compared.shadow().alerts());
        row(out, "  a day", perDay(compared.live()), perDay(compared.shadow()));
        row(out, "  wanted", wanted(live), wanted(shadow));
        row(
                out,
                "  of only this one",
                compared.live().alone().size(),
                compared.shadow().alone().size());
        row(
                out,
                "events over the limit",
                compared.live().flagged(),
                compared.shadow().flagged());
        row(
                out,
                "called fraud, of " + compared.frauds(),
                compared.live().frauds(),
                compared.shadow().frauds());
        row(
                out,
                "called legitimate, of " + compared.legitimates(),
                compared.live().legitimates(),
                compared.shadow().legitimates());
        row(out, "us to see a window", micros(live), micros(shadow));
        out.printf(
                Locale.ROOT,
                "%,d events scored by both, %,d alerts of both%s%n",
                compared.events(),
                compared.both(),
                delay());
        if (compared.events() == 0) {
            out.println("nothing was scored by both yet: the service writes it to the topic of scores as events come");
        }
        list(out, "only live", compared.live().alone(), most);
        list(out, "only shadow", compared.shadow().alone(), most);
    }

    private static void row(PrintWriter out, String what, Object left, Object right) {
        out.printf(Locale.ROOT, "%-28s %22s %22s%n", what, left, right);
    }

    private static String wanted(Model model) {
        AlertRule rule = model.rule();
        return rule.limit().isPresent() ? "limit of the watch" : rule.budget().text();
    }

    private static String shortened(Compared.OfModel model) {
        return model.version().substring(0, Math.min(12, model.version().length()));
    }

    private String perDay(Compared.OfModel model) {
        OptionalDouble days = compared.days();
        return days.isPresent() ? number(model.alerts() / days.getAsDouble()) : "-";
    }

    private static String micros(Model model) {
        return model.micros().isPresent() ? number(model.micros().getAsDouble()) : "-";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private String delay() {
        OptionalDouble later = compared.medianLater();
        if (later.isEmpty()) {
            return "";
        }
        double events = later.getAsDouble();
        return events == 0
                ? ", as soon as each other in the median"
                : String.format(
                        Locale.ROOT,
                        ", the shadow %.1f events %s in the median",
                        Math.abs(events),
                        events > 0 ? "later" : "sooner");
    }

    private static void list(PrintWriter out, String words, List<ComparedAlert> alerts, int most) {
        for (ComparedAlert alert : alerts.subList(0, Math.min(most, alerts.size()))) {
            out.println(OneLine.of(String.format(
                    Locale.ROOT,
                    "  %-12s %s from event %s%s, evidence up to %.1f",
                    words,
                    alert.entity(),
                    alert.event(),
                    alert.time() == null ? "" : " at " + alert.time(),
                    alert.peak())));
        }
        if (alerts.size() > most) {
            out.printf(Locale.ROOT, "  %s: %,d more%n", words, alerts.size() - most);
        }
    }

    /** One object: `events, both, medianLater, frauds, legitimates, live, shadow`. */
    public ObjectNode asJson() {
        ObjectNode all = JSON.createObjectNode();
        all.put("events", compared.events());
        all.put("both", compared.both());
        compared.medianLater().ifPresent(later -> all.put("medianLater", later));
        all.put("frauds", compared.frauds());
        all.put("legitimates", compared.legitimates());
        all.set("live", json(compared.live(), live));
        all.set("shadow", json(compared.shadow(), shadow));
        return all;
    }

    private ObjectNode json(Compared.OfModel model, Model known) {
        ObjectNode one = JSON.createObjectNode();
        one.put("model", model.version());
        one.put("alerts", model.alerts());
        compared.days().ifPresent(days -> one.put("alertsPerDay", model.alerts() / days));
        one.put("wanted", wanted(known));
        one.put("alone", model.alone().size());
        one.put("flagged", model.flagged());
        one.put("frauds", model.frauds());
        one.put("legitimates", model.legitimates());
        known.micros().ifPresent(micros -> one.put("microsPerWindow", micros));
        return one;
    }
}
