package dev.twinwatch.trainer.inspection;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.trainer.history.EntityHistory;
import dev.twinwatch.trainer.history.HistoryReader;
import dev.twinwatch.trainer.source.EventSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads events through a watch and says what it understood, and what will not work before minutes are spent on it. */
public final class Check {
    private final Watch watch;
    private final Layout layout;
    private final Findings findings = new Findings();

    private Check(Watch watch) {
        this.watch = watch;
        this.layout = Layout.of(watch);
    }

    /**
     * One pass over the source, whose events need not fit into memory.
     *
     * @param now for times in the future
     * @throws dev.twinwatch.trainer.source.SourceException where the source cannot be read
     */
    public static CheckReport of(EventSource source, Watch watch, Instant now) {
        try (Understood understood = Understood.of(source, Layout.of(watch))) {
            return new Check(watch).report(understood, now);
        }
    }

    private CheckReport report(Understood understood, Instant now) {
        if (understood.records() == 0) {
            findings.fails(understood.source() + " has no records: bring some events");
            return findings.report();
        }
        List<String> missing = understood.missingPaths();
        missing.forEach(path -> findings.fails(
                "the events have no " + Words.clean(path) + NearName.suggestion(path, understood.seenPaths())));
        records(understood, missing);
        List<EntityHistory> histories = understood.entities();
        new EntityCheck(layout, findings).look(histories, layout, understood.events());
        watch.time()
                .ifPresent(
                        time -> new TimeCheck(watch, findings).look(histories, understood.column(time.field()), now));
        fields(understood);
        calendar();
        return findings.report();
    }

    private void records(Understood understood, List<String> missing) {
        long refused = understood.records() - understood.events();
        findings.line(
                "events",
                Words.number(understood.events()) + " of " + Words.count(understood.records(), "record", "records")
                        + " of " + understood.source());
        if (refused == 0) {
            return;
        }
        double share = refused / (double) understood.records();
        String sentence = Words.count(refused, "record is no event", "records are no events") + " ("
                + Words.percent(share) + "), for example:\n    " + String.join("\n    ", understood.problems());
        if (100 * share > Double.parseDouble(HistoryReader.MOST_REJECTED) && missing.isEmpty()) {
            findings.fails(sentence + "\n  training stops above " + HistoryReader.MOST_REJECTED
                    + " %: correct the watch or the data, or raise --max-rejected");
        } else if (missing.isEmpty()) {
            findings.warns(sentence);
        }
    }

    private void fields(Understood understood) {
        Map<String, List<FeatureSpec>> byField = new LinkedHashMap<>();
        for (FeatureSpec feature : watch.features()) {
            if (feature.kind().needsField()) {
                byField.computeIfAbsent(feature.field(), f -> new ArrayList<>()).add(feature);
            }
        }
        List<String> missing = understood.missingPaths();
        byField.forEach((field, features) -> {
            if (!missing.contains(field)) {
                new FieldCheck(understood.column(field), understood.habit(field), features, watch.entity(), findings)
                        .look(understood.events());
            }
        });
    }

    private void calendar() {
        for (FeatureSpec feature : watch.features()) {
            if (!feature.kind().needsField()) {
                findings.line(Words.clean(feature.name()), feature.kind().yaml());
            }
            if (feature.kind() == FeatureKind.SINCE_PREVIOUS && watch.time().isEmpty()) {
                findings.warns(feature.name() + " is always the same, since the watch has no `time`: take it out");
            }
        }
    }
}
