package dev.twinwatch.engine.recent;

import dev.twinwatch.engine.features.Window;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * {@link Story} as a part of the bytes of {@link RecentCodec}, in the same formats: its ids (2 + text each), opening number (8),
 * opening time (8), events (4), peak (4), latest number (8), limit (8), latest time (8). Format 1 had neither id nor time of the
 * latest event.
 */
final class StoryCodec {
    private static final int NUMBERS = 8 + 8 + 4 + 4 + 8 + 8 + 8;

    private StoryCodec() {}

    static byte[] encode(Story story) {
        byte[] alert = story.alertId().getBytes(StandardCharsets.UTF_8);
        byte[] opening = story.openingId().getBytes(StandardCharsets.UTF_8);
        byte[] latest = story.latestId().getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(2 + alert.length + 2 + opening.length + 2 + latest.length + NUMBERS);
        out.putShort((short) alert.length).put(alert);
        out.putShort((short) opening.length).put(opening);
        out.putShort((short) latest.length).put(latest);
        out.putLong(story.openingNumber()).putLong(story.openingTime()).putInt(story.events());
        out.putFloat(story.peak()).putLong(story.latestNumber()).putDouble(story.limit());
        return out.putLong(story.latestTime()).array();
    }

    static Story decode(ByteBuffer in) {
        String alertId = text(in);
        String openingId = text(in);
        String latestId = text(in);
        return new Story(
                alertId,
                openingId,
                in.getLong(),
                in.getLong(),
                in.getInt(),
                in.getFloat(),
                in.getLong(),
                in.getDouble(),
                latestId,
                in.getLong());
    }

    /** The latest event is the opening one, or its time stands in the window and its id nowhere. */
    static Story decodeFormat1(ByteBuffer in, Window window) {
        String alertId = text(in);
        String openingId = text(in);
        long openingNumber = in.getLong();
        long openingTime = in.getLong();
        int events = in.getInt();
        float peak = in.getFloat();
        long latest = in.getLong();
        return new Story(
                alertId,
                openingId,
                openingNumber,
                openingTime,
                events,
                peak,
                latest,
                in.getDouble(),
                latest == openingNumber ? openingId : "",
                window.holds(latest) ? window.time((int) (latest - window.firstNumber())) : openingTime);
    }

    static String text(ByteBuffer in) {
        byte[] text = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
