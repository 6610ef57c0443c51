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
 * more rows, and must not take out twice what came since. As bytes, format 1: format (1), then for each id, the longest unsaid
 * first: hash (8), word (1). These bytes lie in stores: a change of them is a migration.
 */
final class Words {
    private static final byte FORMAT = 1;
    private static final int ENTRY = 8 + 1;
    /** More than one entity is likely to be labelled with; 2 KiB of state for those that are. */
    private static final int MOST = 256;

    private final Map<Long, Word> byId = new LinkedHashMap<>();

    /** From {@link #encode}; null holds none. */
    static Words decode(byte @Nullable [] bytes) {
        Words words = new Words();
        if (bytes == null) {
            return words;
        }
        if (bytes.length % ENTRY != 1 || bytes[0] != FORMAT) {
            throw new IllegalArgumentException("words on an entity are " + bytes.length + " bytes of format "
                    + (bytes.length == 0 ? "none" : bytes[0]) + ", this release reads format " + FORMAT
                    + ": run the release that wrote them, or a newer one");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        while (in.hasRemaining()) {
            words.byId.put(in.getLong(), Word.of(in.get()));
        }
        return words;
    }

    byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(1 + byId.size() * ENTRY).put(FORMAT);
        byId.forEach((id, word) -> out.putLong(id).put(word.code()));
        return out.array();
    }

    Optional<Word> on(String id) {
        return Optional.ofNullable(byId.get(Hash64.of(id)));
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
