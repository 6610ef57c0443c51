package dev.twinwatch.sandbox.demo.recording;

import dev.twinwatch.engine.features.Layout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a demo sends, in its order, and the truth about it.
 *
 * @param layout of the watch
 * @param history sent first: trains and enrols
 * @param live sent then: is judged
 * @param stretches which live events are not the entity's own
 * @param entities how many
 * @param problems why rows of the source are no events and are not sent
 */
public record Recording(
        Layout layout,
        List<Sample> history,
        List<Sample> live,
        List<Stretch> stretches,
        int entities,
        List<String> problems) {

    public Recording {
        history = List.copyOf(history);
        live = List.copyOf(live);
        stretches = List.copyOf(stretches);
        problems = List.copyOf(problems);
    }

    /** The live events by their ids. */
    public Map<String, Sample> liveById() {
        Map<String, Sample> byId = new HashMap<>(live.size() * 2);
        for (Sample sample : live) {
            byId.put(sample.event().id(), sample);
        }
        return byId;
    }
}
