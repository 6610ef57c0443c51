package dev.twinwatch.trainer.inspection;

import java.util.List;
import java.util.Optional;

/** How a column of labels serves training without being an input. */
final class LabelAdvice {
    private LabelAdvice() {}

    static Optional<String> of(Draft draft) {
        List<Column> labels = draft.labels();
        if (labels.isEmpty()) {
            return Optional.empty();
        }
        String entity = Words.clean(draft.entity().column().path());
        String column = Words.clean(labels.get(0).path());
        Optional<String> id = draft.id().map(c -> Words.clean(c.path()));
        String stretch = draft.time().isPresent()
                ? "from,to (both the value of "
                        + Words.clean(draft.time().get().column().path()) + ")"
                : "from,to (both the number of the event among those of its " + entity + ", from 1 on)";
        return Optional.of(
                "Training needs no labels, but can keep the known fraud of " + column
                        + " out of what is learned: write a file labels.csv with the columns entity,"
                        + id.map(name -> "event_id,label (the value of " + entity + ", of " + name)
                                .orElse(stretch + ",label (the value of " + entity)
                        + ", and FRAUD), one line for each fraudulent row, and give it to `twinwatch train --labels labels.csv`.");
    }
}
