package dev.twinwatch.stream.drift;

import dev.twinwatch.engine.drift.TrafficCounts;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The genuine events of one day under one model, and what people said of alerts meanwhile. Values change; of one thread. */
public final class DayCounts {
    private static final byte FORMAT = 1;

    private final Under under;
    private final TrafficCounts traffic;
    private long frauds;
    private long legitimate;

    /**
     * What is counted together.
     *
     * @param model SHA-256 of the bundle; empty for what people said
     * @param day of the events, days since 1970-01-01 UTC
     */
    public record Under(String model, long day) {}

    /** What was counted of events. */
    DayCounts(Under under, TrafficCounts traffic) {
        this.under = under;
        this.traffic = traffic;
    }

    /** One alert of which people found out whether it is right. */
    void judged(boolean fraud) {
        frauds += fraud ? 1 : 0;
        legitimate += fraud ? 0 : 1;
    }

    /** The counts of another task too. */
    void add(DayCounts other) {
        traffic.add(other.traffic);
        frauds += other.frauds;
        legitimate += other.legitimate;
    }

    public Under under() {
        return under;
    }

    /** By the bins of the model. */
    public TrafficCounts traffic() {
        return traffic;
    }

    /** Genuine events. */
    public long events() {
        return traffic.events();
    }

    /** Alerts that people called fraud. */
    public long frauds() {
        return frauds;
    }

    /** Alerts that people called legitimate. */
    public long legitimate() {
        return legitimate;
    }

    /** Format 1: format (1), day, frauds, legitimate (8 each), length of model (2), model, number of counts (4), counts (8 each). */
    public byte[] encode() {
        byte[] model = under.model().getBytes(StandardCharsets.UTF_8);
        long[] counts = traffic.values();
        ByteBuffer out = ByteBuffer.allocate(
                        1 + 3 * Long.BYTES + Short.BYTES + model.length + Integer.BYTES + counts.length * Long.BYTES)
                .put(FORMAT)
                .putLong(under.day())
                .putLong(frauds)
                .putLong(legitimate)
                .putShort((short) model.length)
                .put(model)
                .putInt(counts.length);
        for (long count : counts) {
            out.putLong(count);
        }
        return out.array();
    }

    /** Throws IllegalArgumentException where these are other bytes. */
    public static DayCounts decode(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            if (in.get() != FORMAT) {
                throw new IllegalArgumentException("counted traffic is stored in format " + bytes[0]
                        + ", this release reads " + FORMAT + ": use the release that wrote it");
            }
            long day = in.getLong();
            long frauds = in.getLong();
            long legitimate = in.getLong();
            byte[] model = new byte[in.getShort()];
            in.get(model);
            int size = in.getInt();
            if (size < 0 || size > in.remaining() / Long.BYTES) {
                throw new BufferUnderflowException();
            }
            long[] counts = new long[size];
            in.asLongBuffer().get(counts);
            Under under = new Under(new String(model, StandardCharsets.UTF_8), day);
            DayCounts decoded = new DayCounts(under, TrafficCounts.of(counts));
            decoded.frauds = frauds;
            decoded.legitimate = legitimate;
            return decoded;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("counted traffic is cut at " + bytes.length + " bytes", e);
        }
    }
}
