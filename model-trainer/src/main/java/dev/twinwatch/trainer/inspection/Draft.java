package dev.twinwatch.trainer.inspection;

import java.util.List;
import java.util.Optional;

/**
 * Everything that was decided about a source, before it becomes the text of a watch.
 *
 * @param source file or topic without its folder
 * @param name of the watch
 * @param columns what is in it
 * @param entity whose behaviour is learned
 * @param time when an event happened; empty: the order of the records counts
 * @param timeNotes what else is to say about times
 * @param id the column with another value in each row, if there is one
 * @param sequence length, minimum and what ends one
 * @param decisions about all other columns, in their order
 * @param calendar features that read the time alone
 * @param habits what goes on along the events
 */
record Draft(
        String source,
        String name,
        Columns columns,
        EntityChoice entity,
        Optional<TimeChoice> time,
        List<String> timeNotes,
        Optional<Column> id,
        SequenceChoice sequence,
        List<Decision> decisions,
        List<CalendarFeature> calendar,
        Habits habits) {
    Draft {
        timeNotes = List.copyOf(timeNotes);
        decisions = List.copyOf(decisions);
        calendar = List.copyOf(calendar);
    }

    /** Columns that say what was found out about an event. */
    List<Column> labels() {
        return decisions.stream()
                .map(Decision::column)
                .filter(FeatureChoice::isLabel)
                .toList();
    }
}
