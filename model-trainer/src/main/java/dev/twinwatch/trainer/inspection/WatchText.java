package dev.twinwatch.trainer.inspection;

import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.engine.watch.Scale;
import dev.twinwatch.engine.watch.TimeField;
import java.util.List;
import java.util.Locale;

/** A draft as the text of a watch file, with a comment for every choice. */
final class WatchText {
    private final Draft draft;
    private final StringBuilder text = new StringBuilder();

    WatchText(Draft draft) {
        this.draft = draft;
    }

    String yaml() {
        head();
        entity();
        time();
        draft.id().ifPresent(column -> {
            comment("Another value in each row, so that alerts and labels can name an event.");
            text.append("id: ").append(Yaml.scalar(column.path())).append("\n\n");
        });
        sequence();
        features();
        alerts();
        leftOut();
        return text.toString();
    }

    private void head() {
        comment("Proposed by `twinwatch init` after a look at " + Words.clean(draft.source()) + ": "
                + Words.number(draft.columns().rows()) + " rows, "
                + Words.number(draft.columns().all().size())
                + " columns. It can be trained on as it is; read the reasons, and change what you know better.");
        text.append('\n');
        comment("Names topics, state and metrics; to be chosen before the first start.");
        text.append("watch: ").append(Yaml.scalar(draft.name())).append("\n\n");
    }

    private void entity() {
        EntityChoice entity = draft.entity();
        comment("Whose behaviour is learned. " + sentence(entity.why()) + " There are "
                + Words.number(draft.habits().entities()) + ", half of them with "
                + Words.number(draft.habits().medianEvents()) + " events or more.");
        if (!entity.others().isEmpty()) {
            List<String> others =
                    entity.others().stream().map(EntityChoice::words).toList();
            comment("Others that are possible: " + String.join(", ", others) + ".");
        }
        text.append("entity: ").append(Yaml.scalar(entity.column().path())).append("\n\n");
    }

    private void time() {
        draft.timeNotes().forEach(note -> comment(sentence(note)));
        if (draft.time().isEmpty()) {
            comment("No `time`: no column can be read as one, so the order of the rows is the order of the events;"
                    + " hours, weekdays and pauses are not known.");
            text.append('\n');
            return;
        }
        TimeChoice time = draft.time().get();
        Habits habits = draft.habits();
        String span = time.since1970()
                ? " From " + Words.time(habits.from()) + " to " + Words.time(habits.to()) + " UTC."
                : "";
        comment("When an event happened: " + time.why() + "." + span);
        if (habits.backwardsShare() > 0) {
            comment(Words.percent(habits.backwardsShare()) + " of the events are older than the one before of the same "
                    + Words.clean(draft.entity().column().path())
                    + ". They are taken in the order of the rows; sort the file by time to mend that.");
        }
        text.append(timeLine(time)).append('\n');
    }

    static String timeLine(TimeChoice time) {
        return "time: {field: " + Yaml.scalar(time.column().path()) + ", unit: "
                + time.unit().name().toLowerCase(Locale.ROOT) + "}\n";
    }

    private void sequence() {
        SequenceChoice sequence = draft.sequence();
        comment(sequence.why());
        text.append("sequence: {length: ")
                .append(sequence.length())
                .append(", minimum: ")
                .append(sequence.minimum());
        sequence.by().ifPresent(column -> text.append(", by: ").append(Yaml.scalar(column.path())));
        text.append("}\n\n");
    }

    private void features() {
        text.append("features:\n");
        for (Decision decision : draft.decisions()) {
            if (!decision.isLeftOut()) {
                why(Words.clean(decision.column().path()) + ": " + decision.why() + missing(decision.column()));
                decision.features().forEach(this::feature);
            }
        }
        for (CalendarFeature calendar : draft.calendar()) {
            why(calendar.feature().name() + ": " + calendar.why());
            feature(calendar.feature());
        }
        text.append('\n');
    }

    private String missing(Column column) {
        double share = 1 - column.present() / (double) draft.columns().rows();
        return share > 0 ? "; missing in " + Words.percent(share) + " of the rows" : "";
    }

    private void why(String sentence) {
        text.append(Yaml.comment("  ", "", sentence));
    }

    private void feature(FeatureSpec feature) {
        text.append("  - {name: ").append(Yaml.scalar(feature.name()));
        if (feature.kind().needsField()) {
            text.append(", field: ").append(Yaml.scalar(feature.field()));
        }
        text.append(", as: ").append(feature.kind().yaml());
        if (feature.kind().hasScale() && feature.scale() != Scale.NONE) {
            text.append(", scale: ").append(feature.scale().name().toLowerCase(Locale.ROOT));
        }
        if (feature.kind().hasBuckets()) {
            text.append(", buckets: ").append(feature.buckets());
        }
        text.append("}\n");
    }

    private void alerts() {
        comment("How many alerts people can look at. " + perDay());
        text.append("alerts: {budget: 1 per 10000 events}\n");
    }

    private String perDay() {
        double days = draft.time()
                        .filter(time -> time.unit() != TimeField.Unit.ORDINAL)
                        .isEmpty()
                ? 0
                : (draft.habits().to() - (double) draft.habits().from()) / 86_400e6;
        if (days < 1) {
            return "One in so many events of honest traffic:";
        }
        double events = draft.columns().rows() / days;
        return "At " + Words.number(Math.round(events)) + " events a day, one in 10,000 is about "
                + (events >= 10_000
                        ? Words.number(events / 10_000) + " false alerts a day:"
                        : "one false alert in " + Words.number(10_000 / events) + " days:");
    }

    private void leftOut() {
        if (draft.decisions().stream().noneMatch(Decision::isLeftOut)) {
            return;
        }
        text.append('\n');
        comment("Left out:");
        for (Decision decision : draft.decisions()) {
            if (decision.isLeftOut()) {
                text.append(Yaml.comment(
                        "", "    ", "  " + Words.clean(decision.column().path()) + " " + decision.why()));
            }
        }
        LabelAdvice.of(draft).ifPresent(advice -> {
            text.append("#\n");
            comment(advice);
        });
    }

    private void comment(String sentence) {
        text.append(Yaml.comment("", "", sentence));
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
