package dev.twinwatch.engine.detection;

import dev.twinwatch.engine.features.Hash64;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last word on each of the newest ids that people spoke of, of one entity: files of labels are often sent again with a few
 * more rows, and must not take out twice what came since. Beside them stands when the entity was last reset, since what was before
 * belongs to somebody else.
 *
 * <p>As bytes, format 2: format (1), number of the last event before the reset (8), time of the first after it (8), then for each
 * id, the longest unsaid first: hash (8), word (1). Format 1 had no reset. These bytes lie in stores: a change of them is a migration.
 */
final class Words {
    private static final byte WITHOUT_RESET = 1;
    private static final byte FORMAT = 2;
    private static final int RESET = 8 + 8;
    private static final int ENTRY = 8 + 1;
    /** More than one entity is likely to be labelled with; 2 KiB of state for those that are. */
    private static final int MOST = 256;

    private final Map<Long, Word> byId = new LinkedHashMap<>();
    private long lastBeforeReset;
    private long resetAt = Long.MIN_VALUE;

    /** From {@link #encode}; null holds none. */
    static Words decode(byte @Nullable [] bytes) {
        Words words = new Words();
        if (bytes == null) {
            return words;
        }
        byte format = bytes.length == 0 ? 0 : bytes[0];
        int entries = bytes.length - 1 - (format == FORMAT ? RESET : 0);
        if ((format != FORMAT && format != WITHOUT_RESET) || entries < 0 || entries % ENTRY != 0) {
            throw new IllegalArgumentException("words on an entity are " + bytes.length + " bytes of format " + format
                    + ", this release reads formats " + WITHOUT_RESET + " and " + FORMAT
                    + ": run the release that wrote them, or a newer one");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        if (format == FORMAT) {
            words.reset(in.getLong(), in.getLong());
        }
        while (in.hasRemaining()) {
            words.byId.put(in.getLong(), Word.of(in.get()));
        }
        return words;
    }

    byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(1 + RESET + byId.size() * ENTRY).put(FORMAT);
        out.putLong(lastBeforeReset).putLong(resetAt);
        byId.forEach((id, word) -> out.putLong(id).put(word.code()));
        return out.array();
    }

    Optional<Word> on(String id) {
        return Optional.ofNullable(byId.get(Hash64.of(id)));
    }

    /**
     * The entity begins anew.
     *
     * @param lastNumber running number of its last event before
     * @param time of its first event after, in the unit of event times
     */
    void reset(long lastNumber, long time) {
        lastBeforeReset = lastNumber;
        resetAt = time;
    }

    /** Whether the event with this running number came before the last reset. */
    boolean isNumberBeforeReset(long number) {
        return number <= lastBeforeReset;
    }

    /** Whether what happened at this time did so before the last reset. */
    boolean isTimeBeforeReset(long time) {
        return time < resetAt;
    }

    /** Forgets what was said of these ids. */
    void unsay(List<String> ids) {
        ids.forEach(id -> byId.remove(Hash64.of(id)));
    }

    /** The newer word on these ids; the longest unsaid are forgotten. */
    void say(Word word, List<String> ids) {
        for (String id : ids) {
            byId.remove(Hash64.of(id));
            byId.put(Hash64.of(id), word);
        }
        List<Long> longestUnsaid = new ArrayList<>(byId.keySet());
        byId.keySet().removeAll(longestUnsaid.subList(0, Math.max(0, byId.size() - MOST)));
    }
}
