package dev.twinwatch.stream.limits;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** What became of the scored events of one day under one model and limit. Values change; of one thread. */
public final class Tally {
    private static final byte FORMAT = 1;
    /** Format, limit, day and five numbers, without the model and the histogram. */
    private static final int FIXED_BYTES = 1 + 6 * Long.BYTES + Short.BYTES;

    private final Under under;
    private final EvidenceHistogram evidence;
    private long newest = Long.MIN_VALUE;
    private long scored;
    private long opened;
    private long heldBack;

    /**
     * Under what events were decided.
     *
     * @param model SHA-256 of the bundle
     * @param limit of the evidence that was in force
     * @param day of the events, days since 1970-01-01 UTC
     */
    public record Under(String model, double limit, long day) {
        /** For an event of a time in microseconds since 1970. */
        public static Under of(String model, double limit, long time) {
            return new Under(model, limit, Math.floorDiv(time, TimeUnit.DAYS.toMicros(1)));
        }
    }

    /** Nothing yet. */
    public Tally(Under under) {
        this(under, new EvidenceHistogram());
    }

    private Tally(Under under, EvidenceHistogram evidence) {
        this.under = under;
        this.evidence = evidence;
    }

    /**
     * One more event.
     *
     * @param evidence of the event (log likelihood ratio, no unit)
     * @param opened whether it opened an alert
     * @param trained the limit of the model
     * @param time of the event, microseconds since 1970
     * @return whether the model's own limit would have flagged it, and the one in force did not
     */
    boolean count(double evidence, boolean opened, double trained, long time) {
        boolean isHeldBack = evidence > trained && evidence <= under.limit();
        scored++;
        newest = Math.max(newest, time);
        this.evidence.count(evidence);
        this.opened += opened ? 1 : 0;
        heldBack += isHeldBack ? 1 : 0;
        return isHeldBack;
    }

    /** The events of another one too. */
    void add(Tally other) {
        scored += other.scored;
        opened += other.opened;
        heldBack += other.heldBack;
        newest = Math.max(newest, other.newest);
        evidence.add(other.evidence);
    }

    public Under under() {
        return under;
    }

    /** Time of the newest event, microseconds since 1970. */
    public long newest() {
        return newest;
    }

    /** Events. */
    public long scored() {
        return scored;
    }

    /** Alerts that these events opened. */
    public long opened() {
        return opened;
    }

    /** Events over the limit of the model and not over the one in force. */
    public long heldBack() {
        return heldBack;
    }

    /** About how many events have evidence between two limits. */
    public long between(double one, double other) {
        return evidence.between(one, other);
    }

    /** Format 1: format (1), limit, day, newest, scored, opened, held back (8 each), length of model (2), model, histogram. */
    public byte[] encode() {
        byte[] model = under.model().getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(FIXED_BYTES + model.length + evidence.bytes())
                .put(FORMAT)
                .putDouble(under.limit())
                .putLong(under.day())
                .putLong(newest)
                .putLong(scored)
                .putLong(opened)
                .putLong(heldBack)
                .putShort((short) model.length)
                .put(model);
        evidence.write(out);
        return out.array();
    }

    /** Throws IllegalArgumentException where these are other bytes. */
    public static Tally decode(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            if (in.get() != FORMAT) {
                throw new IllegalArgumentException("counted events are stored in format " + bytes[0]
                        + ", this release reads " + FORMAT + ": use the release that wrote them");
            }
            double limit = in.getDouble();
            long day = in.getLong();
            long[] numbers = {in.getLong(), in.getLong(), in.getLong(), in.getLong()};
            byte[] model = new byte[length(in.getShort(), in)];
            in.get(model);
            Under under = new Under(new String(model, StandardCharsets.UTF_8), limit, day);
            Tally tally = new Tally(under, EvidenceHistogram.read(in));
            tally.newest = numbers[0];
            tally.scored = numbers[1];
            tally.opened = numbers[2];
            tally.heldBack = numbers[3];
            return tally;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("counted events are cut at " + bytes.length + " bytes", e);
        }
    }

    /** Of what is to follow. */
    static int length(int told, ByteBuffer in) {
        if (told < 0 || told > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return told;
    }
}
