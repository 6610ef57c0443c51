package dev.twinwatch.trainer.inspection;

import dev.twinwatch.engine.watch.Watch;
import java.util.List;

/**
 * A watch for events that nobody has described, with the reasons.
 *
 * @param watch the watch, which can be trained on as it is
 * @param yaml its text with a comment for every choice
 * @param summary the same choices in some lines for a terminal
 */
public record Proposal(Watch watch, String yaml, List<String> summary) {
    public Proposal {
        summary = List.copyOf(summary);
    }
}
