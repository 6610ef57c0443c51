package dev.twinwatch.engine.features;

/** The 64-bit hash that stands for a text in state and model: FNV-1a over UTF-16 units, then mixed (splitmix64). */
public final class Hash64 {
    private Hash64() {}

    /** Never 0, which stands for a missing value. */
    public static long of(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return hash == 0 ? 1 : hash;
    }

    /** The bucket of a hash: 0 is kept for missing values, 1 to buckets-1 for all others. */
    public static int bucket(long hash, int buckets) {
        return hash == 0 ? 0 : 1 + (int) Long.remainderUnsigned(hash, buckets - 1L);
    }
}
