package dev.twinwatch.stream.control;

import dev.twinwatch.contracts.BundleChunk;
import dev.twinwatch.engine.bundle.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A bundle in pieces that a record of Kafka can take. */
final class Chunks {
    /** Bytes of one piece. */
    static final int CHUNK_BYTES = 512 << 10;
    /** Bytes of the largest bundle. */
    static final long MOST_BYTES = 256L << 20;

    private final BundleChunk first;
    private final TreeMap<Integer, byte[]> pieces = new TreeMap<>();

    /** Starts with any piece; throws IllegalArgumentException where what it says of the whole is nonsense. */
    Chunks(BundleChunk first) {
        if (first.getTotalBytes() < 1
                || first.getTotalBytes() > MOST_BYTES
                || first.getCount() != countFor(first.getTotalBytes())) {
            throw new IllegalArgumentException("bundle " + first.getVersion() + " says that it has "
                    + first.getTotalBytes() + " bytes in " + first.getCount() + " pieces, expected at most "
                    + MOST_BYTES + " bytes in pieces of " + CHUNK_BYTES + ": publish it again");
        }
        this.first = first;
    }

    static List<BundleChunk> of(String version, byte[] bundle) {
        List<BundleChunk> chunks = new ArrayList<>();
        int count = countFor(bundle.length);
        for (int i = 0; i < count; i++) {
            int from = i * CHUNK_BYTES;
            ByteBuffer piece = ByteBuffer.wrap(bundle, from, Math.min(CHUNK_BYTES, bundle.length - from));
            chunks.add(new BundleChunk(version, i, count, (long) bundle.length, piece));
        }
        return chunks;
    }

    private static int countFor(long bytes) {
        return (int) ((bytes + CHUNK_BYTES - 1) / CHUNK_BYTES);
    }

    /** The whole bundle, once the last missing piece is here; throws IllegalArgumentException where it was altered. */
    Optional<byte[]> add(BundleChunk chunk) {
        if (chunk.getCount() != first.getCount()
                || chunk.getTotalBytes() != first.getTotalBytes()
                || chunk.getIndex() < 0
                || chunk.getIndex() >= chunk.getCount()) {
            throw new IllegalArgumentException("piece " + chunk.getIndex() + " of bundle " + chunk.getVersion()
                    + " does not fit to the others: publish it again");
        }
        byte[] bytes = new byte[chunk.getBytes().remaining()];
        chunk.getBytes().duplicate().get(bytes);
        pieces.put(chunk.getIndex(), bytes);
        return pieces.size() < first.getCount() ? Optional.empty() : Optional.of(whole());
    }

    private byte[] whole() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pieces.values().forEach(out::writeBytes);
        byte[] bytes = out.toByteArray();
        String sum = Sha256.of(bytes);
        if (!sum.equals(first.getVersion())) {
            throw new IllegalArgumentException("pieces of bundle " + first.getVersion() + " have checksum " + sum
                    + " together: they were altered, publish it again");
        }
        return bytes;
    }
}
