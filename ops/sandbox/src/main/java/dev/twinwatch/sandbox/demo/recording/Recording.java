package dev.twinwatch.sandbox.demo.recording;

import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.engine.features.Layout;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
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

    /** SHA-256 of all values in their order, in hex: tells whether another recording would send the same. */
    public String sha256() {
        MessageDigest digest = Sha256.digest();
        history.forEach(sample -> digest.update(sample.value()));
        live.forEach(sample -> digest.update(sample.value()));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Whether the event of this id is history that nobody vouches for, so that it is judged and yet is no live event. */
    public boolean isJudgedHistory(String eventId) {
        return history.stream()
                .anyMatch(sample -> !sample.enrols() && sample.event().id().equals(eventId));
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
