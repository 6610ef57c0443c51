package dev.twinwatch.trainer.evaluation;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.recent.Recent;
import dev.twinwatch.engine.recent.RecentCodec;
import java.util.List;

/**
 * Windows that claim to be of one entity, seen after its references: what is new or unusual is new or unusual for the entity
 * that they claim, whoever they are of.
 */
final class Claims {
    private final Layout layout;
    private final String entity;
    private final byte[] state;
    private final Yardsticks.Against against;

    Claims(Layout layout, String entity, List<Window> references, Yardsticks yardsticks) {
        this.layout = layout;
        this.entity = entity;
        this.against = yardsticks.against(entity, references);
        Recent recent = new Recent(layout);
        references.forEach(reference -> append(reference, recent));
        this.state = RecentCodec.encode(recent);
    }

    /** One value for each measure. */
    double[] measure(Window claimed) {
        Recent recent = RecentCodec.decode(layout, state);
        append(claimed, recent);
        return against.measure(recent.window());
    }

    /** Each window begins a sequence, as it may not follow on the one before. */
    private void append(Window window, Recent recent) {
        recent.beginSequence();
        for (int i = 0; i < window.events(); i++) {
            recent.append(window.event(i, entity, new Origin("evaluation", 0, recent.count(), false), 0));
        }
    }
}
