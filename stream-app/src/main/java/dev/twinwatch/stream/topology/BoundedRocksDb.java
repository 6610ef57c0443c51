package dev.twinwatch.stream.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** One memory for all stores of this process: without it, each store of each task takes up to 50 MiB of its own. */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    /** Bytes for block cache and write buffers together; the first service of a process decides. */
    public static final String MEMORY = "twinwatch.rocksdb.bytes";

    private static final long DEFAULT_BYTES = 128L << 20;
    private static final long WRITE_BUFFER = 4L << 20;

    private static @Nullable Shared shared;

    private record Shared(Cache cache, WriteBufferManager buffers) {}

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        Shared memory = shared(configs);
        // Streams sets it so; another kind has no cache to bound.
        if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
            table.setBlockCache(memory.cache());
            table.setCacheIndexAndFilterBlocks(true);
            table.setPinTopLevelIndexAndFilter(true);
            options.setTableFormatConfig(table);
        }
        options.setWriteBufferManager(memory.buffers());
        options.setWriteBufferSize(WRITE_BUFFER);
        options.setMaxWriteBufferNumber(2);
    }

    private static synchronized Shared shared(Map<String, Object> configs) {
        if (shared == null) {
            RocksDB.loadLibrary();
            Object bytes = configs.get(MEMORY);
            long size = bytes == null ? DEFAULT_BYTES : Long.parseLong(bytes.toString());
            Cache cache = new LRUCache(size);
            // Write buffers are paid from the cache, so that its size is the size of all.
            shared = new Shared(cache, new WriteBufferManager(size / 2, cache));
        }
        return shared;
    }

    /** The shared memory stays: other stores use it. */
    @Override
    public void close(String storeName, Options options) {
        // nothing of its own
    }
}
