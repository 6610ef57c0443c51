package dev.twinwatch.engine.recent;

import dev.twinwatch.engine.features.Layout;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * {@link Recent} as bytes, format 2: format (1), layout fingerprint (4), count (8), newest time (8), time before it (8),
 * sequence (8), covered up to (8), profile revision (4), last evidence (4), origins (1 + 12 each), slots (2 + slot bytes
 * each), usual values (12 each), last seen (2 + 8 each), flags (1), values of the story where a flag says that there is one,
 * new values (1 + 8 and 1 and text each), renewals (8), absorbed at (8), good at (8). Format 3, of entities whose older events lack
 * values: besides the first event that has them (8) and their places (2 + 2 each). Format 1 ended before the new values, and its
 * stories were without their latest event.
 *
 * <p>These bytes lie in stores and changelogs: a change of them is a migration, with a new format and a reader for each older
 * one.
 */
public final class RecentCodec {
    private static final byte FORMAT = 2;
    private static final byte EARLIER_FORMAT = 1;
    private static final byte FORMAT_WITH_GAINED = 3;
    private static final int FIXED = 1 + 4 + 8 + 8 + 8 + 8 + 8 + 4 + 4 + 1 + 2 + 1 + 1 + 8 + 8 + 8;

    private static final int STORY = 1;
    private static final int VOUCHED_FOR = 2;

    private RecentCodec() {}

    /** As it is stored. */
    public static byte[] encode(Recent recent) {
        byte[] story = recent.story == null ? new byte[0] : StoryCodec.encode(recent.story);
        byte[][] newTexts = texts(recent.arrivals.newValues);
        ByteBuffer out = ByteBuffer.allocate(size(recent, newTexts) + story.length);
        out.put(recent.gained.isNothing() ? FORMAT : FORMAT_WITH_GAINED).putInt(recent.layout.fingerprint());
        out.putLong(recent.count)
                .putLong(recent.times.newest)
                .putLong(recent.times.before)
                .putLong(recent.sequence)
                .putLong(recent.coveredUpTo);
        out.putInt(recent.profileRevision).putFloat(recent.lastEvidence);
        out.put((byte) recent.origins.size);
        for (int i = 0; i < recent.origins.size; i++) {
            out.putInt(recent.origins.partitions[i]).putLong(recent.origins.offsets[i]);
        }
        out.putShort((short) recent.events).put(recent.slots, 0, recent.events * recent.layout.slotBytes());
        Arrivals arrivals = recent.arrivals;
        for (int a = 0; a < arrivals.usuals.length; a++) {
            if (arrivals.usuals[a] != null) {
                Usual usual = arrivals.usuals[a];
                out.putFloat(usual.mean).putFloat(usual.variance).putFloat(usual.weight);
            } else if (arrivals.lastSeen[a] != null) {
                LastSeen seen = arrivals.lastSeen[a];
                out.putShort((short) seen.size);
                for (int i = 0; i < seen.size; i++) {
                    out.putInt(seen.keys[i]).putInt(seen.numbers[i]);
                }
            }
        }
        out.put((byte) ((recent.story == null ? 0 : STORY) | (recent.vouchedFor ? VOUCHED_FOR : 0)));
        out.put(story);
        out.put((byte) newTexts.length);
        for (int i = 0; i < newTexts.length; i++) {
            NewValues.NewValue value = recent.arrivals.newValues.values.get(i);
            out.putLong(value.event()).put((byte) value.field());
            out.putShort((short) newTexts[i].length).put(newTexts[i]);
        }
        out.putLong(recent.renewals).putLong(recent.absorbedAt).putLong(recent.goodAt);
        if (!recent.gained.isNothing()) {
            out.putLong(recent.gained.from())
                    .putShort((short) recent.gained.places().size());
            recent.gained.places().stream().sorted().forEach(place -> out.putShort(place.shortValue()));
        }
        return out.array();
    }

    /** The state; throws IllegalArgumentException where the bytes are cut, of a newer format or of an unknown layout. */
    public static Recent decode(Layout layout, byte[] bytes) {
        return decode(layout, bytes, Recent.newSlots(layout));
    }

    /** The same, whose events lie in these slots, which nothing else uses as long as it lives. */
    public static Recent decode(Layout layout, byte[] bytes, byte[] slots) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            byte format = in.get();
            int fingerprint = in.getInt();
            if (format < EARLIER_FORMAT || format > FORMAT_WITH_GAINED) {
                throw new IllegalArgumentException("recent events are of format " + format
                        + ", this release reads formats " + EARLIER_FORMAT + " to " + FORMAT_WITH_GAINED
                        + ": run the release that wrote them, or a newer one");
            }
            Layout written = layout.writtenIn("recent events are", fingerprint);
            if (written != layout) {
                return CarriedRecent.of(decode(written, bytes), layout.changeFrom(written), layout, slots);
            }
            Recent recent = new Recent(layout, slots);
            recent.count = in.getLong();
            recent.times.newest = in.getLong();
            recent.times.before = in.getLong();
            recent.sequence = in.getLong();
            recent.coveredUpTo = in.getLong();
            recent.profileRevision = in.getInt();
            recent.lastEvidence = in.getFloat();
            recent.origins.size = within(Origins.MOST, in.get());
            for (int i = 0; i < recent.origins.size; i++) {
                recent.origins.partitions[i] = in.getInt();
                recent.origins.offsets[i] = in.getLong();
            }
            recent.events = within(layout.watch().sequence().length(), in.getShort());
            in.get(recent.slots, 0, recent.events * layout.slotBytes());
            readArrivals(recent.arrivals, in);
            int flags = within(STORY | VOUCHED_FOR, in.get());
            recent.vouchedFor = (flags & VOUCHED_FOR) != 0;
            if ((flags & STORY) != 0) {
                recent.story = format == EARLIER_FORMAT
                        ? StoryCodec.decodeFormat1(in, recent.window())
                        : StoryCodec.decode(in);
            }
            if (format != EARLIER_FORMAT) {
                readNewValues(recent, in);
                recent.renewals = in.getLong();
                recent.absorbedAt = in.getLong();
                recent.goodAt = in.getLong();
            }
            if (format == FORMAT_WITH_GAINED) {
                recent.gained = gained(layout, in);
            }
            if (in.hasRemaining()) {
                throw new IndexOutOfBoundsException(in.remaining() + " bytes too many");
            }
            return recent;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("recent events are cut or damaged at " + bytes.length + " bytes", e);
        }
    }

    private static void readArrivals(Arrivals arrivals, ByteBuffer in) {
        for (int a = 0; a < arrivals.usuals.length; a++) {
            if (arrivals.usuals[a] != null) {
                arrivals.usuals[a].mean = in.getFloat();
                arrivals.usuals[a].variance = in.getFloat();
                arrivals.usuals[a].weight = in.getFloat();
            } else if (arrivals.lastSeen[a] != null) {
                LastSeen seen = arrivals.lastSeen[a];
                seen.size = within(LastSeen.MOST, in.getShort());
                // most often the next event has a value that is known
                if (seen.size > seen.keys.length) {
                    seen.keys = new int[seen.size];
                    seen.numbers = new int[seen.size];
                }
                for (int i = 0; i < seen.size; i++) {
                    seen.keys[i] = in.getInt();
                    seen.numbers[i] = in.getInt();
                }
            }
        }
    }

    private static void readNewValues(Recent recent, ByteBuffer in) {
        int count = within(NewValues.MOST, in.get());
        for (int i = 0; i < count; i++) {
            recent.arrivals.newValues.values.add(new NewValues.NewValue(in.getLong(), in.get(), StoryCodec.text(in)));
        }
    }

    private static Gained gained(Layout layout, ByteBuffer in) {
        long from = in.getLong();
        int count = within(layout.places(), in.getShort());
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < count; i++) {
            places.add(within(layout.places() - 1, in.getShort()));
        }
        return new Gained(from, places);
    }

    private static int within(int most, int size) {
        if (size < 0 || size > most) {
            throw new IndexOutOfBoundsException(size + " of something of which there are at most " + most);
        }
        return size;
    }

    private static int size(Recent recent, byte[][] newTexts) {
        int size = FIXED + recent.origins.size * 12 + recent.events * recent.layout.slotBytes();
        Arrivals arrivals = recent.arrivals;
        for (int a = 0; a < arrivals.usuals.length; a++) {
            size += arrivals.usuals[a] != null
                    ? 12
                    : arrivals.lastSeen[a] != null ? 2 + arrivals.lastSeen[a].size * 8 : 0;
        }
        for (byte[] text : newTexts) {
            size += 8 + 1 + 2 + text.length;
        }
        int gained = recent.gained.places().size();
        return gained == 0 ? size : size + 8 + 2 + gained * 2;
    }

    private static byte[][] texts(NewValues newValues) {
        byte[][] texts = new byte[newValues.values.size()][];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = newValues.values.get(i).text().getBytes(StandardCharsets.UTF_8);
        }
        return texts;
    }
}
