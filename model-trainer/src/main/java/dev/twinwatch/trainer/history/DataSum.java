package dev.twinwatch.trainer.history;

import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 of what events say, in their order: the same whatever the file or topic is called that they were read from. */
final class DataSum {
    private final MessageDigest digest = Sha256.digest();
    private final Layout layout;

    DataSum(Layout layout) {
        this.layout = layout;
    }

    void add(Event event) {
        // Without an id of its own, an event is called after its source.
        byte[] id = text(layout.watch().id().isEmpty() ? "" : event.id());
        byte[] entity = text(event.entity());
        int numbers = layout.numbers().size();
        int categories = layout.categories().size();
        ByteBuffer bytes = ByteBuffer.allocate(
                2 * Integer.BYTES + entity.length + id.length + (2 + categories) * Long.BYTES + numbers * Float.BYTES);
        bytes.putInt(entity.length).put(entity).putInt(id.length).put(id);
        bytes.putLong(event.time()).putLong(event.sequence());
        for (int i = 0; i < numbers; i++) {
            bytes.putFloat(event.number(i));
        }
        for (int i = 0; i < categories; i++) {
            bytes.putLong(event.category(i));
        }
        digest.update(bytes.array());
    }

    /** The sum of all that was added; ends the adding. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
