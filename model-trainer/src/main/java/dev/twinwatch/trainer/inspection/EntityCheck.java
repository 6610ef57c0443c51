package dev.twinwatch.trainer.inspection;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.calibration.Calibration;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.List;

/** Whether there are enough entities with enough events to learn from. */
final class EntityCheck {
    private static final int LEAST = 2;

    private final Findings findings;
    private final String entity;
    private final int length;

    EntityCheck(Layout layout, Findings findings) {
        this.findings = findings;
        this.entity = Words.clean(layout.watch().entity());
        this.length = layout.watch().sequence().length();
    }

    void look(List<EntityHistory> histories, Layout layout, long events) {
        if (histories.isEmpty()) {
            return;
        }
        long[] counts =
                histories.stream().mapToLong(history -> history.size()).sorted().toArray();
        int stride = Math.max(1, length / 2);
        long usable = histories.stream()
                .filter(history -> history.rows(layout).lastRows(stride).length >= 2)
                .count();
        findings.line(
                entity,
                Words.number((long) histories.size()) + " different; "
                        + (counts[0] == counts[counts.length - 1] ? "" : Words.number(counts[0]) + " to ")
                        + Words.count(counts[counts.length - 1], "event", "events") + " each, half of them have "
                        + Words.number(counts[counts.length / 2]) + " or more; " + Words.number(usable)
                        + " have the two windows of " + length + " events that training needs");
        if (usable < LEAST) {
            findings.fails(tooFew(histories.size(), events, usable));
        } else if (usable < Calibration.LEAST_TO_SPLIT) {
            findings.warns("only " + usable + " of " + Words.number((long) histories.size()) + " " + entity
                    + " have two windows of " + length + " events: from " + Calibration.LEAST_TO_SPLIT
                    + " on, some are held back to choose the limit on, and with tens it becomes good");
        } else if (usable < histories.size() / 2) {
            findings.warns("fewer than half of all " + entity + " have two windows of " + length
                    + " events: bring a longer history, or write a smaller sequence.length than " + length);
        }
    }

    private String tooFew(int entities, long events, long usable) {
        if (entities > LEAST && events < 2L * entities) {
            return entity + " has another value in nearly every row (" + Words.number((long) entities) + " in "
                    + Words.number(events) + " events): it names the event and not who acts; choose another `entity`";
        }
        if (entities < LEAST) {
            return "all events are of one " + entity + ": at least " + LEAST
                    + " are needed, since one is told from others; choose another `entity` or bring events of more";
        }
        return Words.number(usable) + " of " + Words.number((long) entities) + " " + entity
                + " have two windows of " + length + " events, at least " + LEAST
                + " are needed: bring more events, or write a smaller sequence.length than " + length;
    }
}
