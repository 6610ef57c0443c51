package dev.twinwatch.trainer.inspection;

import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.engine.watch.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A draft in some lines for a terminal; the whys are in the file. */
final class DraftSummary {
    private final Draft draft;

    DraftSummary(Draft draft) {
        this.draft = draft;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Columns columns = draft.columns();
        lines.add("read " + Words.number(columns.rows()) + " rows with "
                + columns.all().size() + " columns"
                + (columns.unreadable() == 0 ? "" : ", and " + columns.unreadable() + " that cannot be read:"));
        columns.problems().forEach(problem -> lines.add("  " + problem));
        lines.add("  entity    " + EntityChoice.words(draft.entity().column()) + others());
        lines.add("  time      " + time());
        draft.timeNotes().forEach(note -> lines.add("            " + note));
        draft.id().ifPresent(id -> lines.add("  id        " + Words.clean(id.path())));
        draft.sequence()
                .by()
                .ifPresent(by -> lines.add("  sequence  starts with a new value of " + Words.clean(by.path())));
        draft.decisions().stream()
                .filter(decision -> !decision.isLeftOut())
                .forEach(decision -> lines.add("  feature   "
                        + Words.clean(decision.column().path()) + ": "
                        + decision.features().stream().map(DraftSummary::kind).collect(Collectors.joining(", "))));
        draft.calendar()
                .forEach(c -> lines.add("  feature   " + c.feature().kind().yaml()));
        draft.decisions().stream()
                .filter(Decision::isLeftOut)
                .forEach(d -> lines.add("  left out  " + Words.clean(d.column().path()) + ": " + d.why()));
        return lines;
    }

    private String others() {
        List<Column> others = draft.entity().others();
        return others.isEmpty()
                ? ""
                : "; or with --entity: "
                        + others.stream().map(c -> Words.clean(c.path())).collect(Collectors.joining(", "));
    }

    private String time() {
        return draft.time()
                .map(time -> Words.clean(time.column().path()) + ": " + time.why())
                .orElse("none found: the order of the rows is the order of the events");
    }

    private static String kind(FeatureSpec feature) {
        return feature.kind().yaml()
                + (feature.scale() == Scale.NONE
                        ? ""
                        : " (" + feature.scale().name().toLowerCase(Locale.ROOT) + ")");
    }
}
