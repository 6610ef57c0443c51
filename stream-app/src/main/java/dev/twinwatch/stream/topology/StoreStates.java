package dev.twinwatch.stream.topology;

import dev.twinwatch.engine.detection.EntityStates;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.profile.KeptEvidence;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/** The states of entities in the stores of one task. */
final class StoreStates implements EntityStates {
    /** Behind the name of an entity, in which no zero stands: its references of the last good day. */
    private static final String GOOD = "\0good";
    /** Likewise: what people said of it. */
    private static final String WORDS = "\0words";

    /** Likewise: its open alert by a model that scores along. */
    private static final String SHADOW = "\0shadow";

    private final Layout layout;
    private final KeyValueStore<String, byte[]> recent;
    private final KeyValueStore<String, byte[]> profile;
    private final WindowStore<String, byte[]> evidence;
    private long now;

    StoreStates(
            Layout layout,
            KeyValueStore<String, byte[]> recent,
            KeyValueStore<String, byte[]> profile,
            WindowStore<String, byte[]> evidence) {
        this.layout = layout;
        this.recent = recent;
        this.profile = profile;
        this.evidence = evidence;
    }

    /** Timestamp of the record being processed, in milliseconds: from then on evidence is kept. */
    void at(long timestamp) {
        now = timestamp;
    }

    @Override
    public byte @Nullable [] recent(String entity) {
        return recent.get(entity);
    }

    @Override
    public void recent(String entity, byte[] state) {
        recent.put(entity, state);
    }

    @Override
    public byte @Nullable [] profile(String entity) {
        return profile.get(entity);
    }

    @Override
    public void profile(String entity, byte[] state) {
        profile.put(entity, state);
    }

    @Override
    public byte @Nullable [] goodProfile(String entity) {
        return profile.get(entity + GOOD);
    }

    @Override
    public void goodProfile(String entity, byte[] state) {
        profile.put(entity + GOOD, state);
    }

    @Override
    public byte @Nullable [] words(String entity) {
        return profile.get(entity + WORDS);
    }

    @Override
    public void words(String entity, byte[] words) {
        profile.put(entity + WORDS, words);
    }

    @Override
    public byte @Nullable [] shadow(String entity) {
        return profile.get(entity + SHADOW);
    }

    @Override
    public void shadow(String entity, byte @Nullable [] story) {
        profile.put(entity + SHADOW, story);
    }

    /** Two events of one entity in the same millisecond take neighbouring milliseconds, else one would replace the other. */
    @Override
    public void keep(String entity, KeptEvidence kept) {
        long at = now;
        byte[] there = evidence.fetch(entity, at);
        while (there != null && !KeptEvidence.decode(layout, there).eventId().equals(kept.eventId())) {
            there = evidence.fetch(entity, ++at);
        }
        evidence.put(entity, kept.encode(), at);
    }

    @Override
    public List<KeptEvidence> kept(String entity, String eventOrAlertId) {
        List<KeptEvidence> found = new ArrayList<>();
        try (WindowStoreIterator<byte[]> all = evidence.fetch(entity, 0, Long.MAX_VALUE)) {
            while (all.hasNext()) {
                KeptEvidence kept = KeptEvidence.decode(layout, all.next().value);
                if (kept.isAbout(eventOrAlertId)) {
                    found.add(kept);
                }
            }
        }
        return found;
    }
}
