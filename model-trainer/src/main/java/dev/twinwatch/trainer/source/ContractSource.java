package dev.twinwatch.trainer.source;

import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Records of one of Twinwatch's own contracts that were kept. */
public interface ContractSource<T> {
    /** As it is called in messages: the file, or the topic with its address. */
    String name();

    /**
     * Hands out every record: those of a file from first to last, those of a topic in the order of each partition.
     *
     * @throws SourceException where the source itself cannot be read; a record that cannot is handed out with what is wrong
     */
    void forEach(Consumer<Entry<T>> visitor);

    /**
     * One record.
     *
     * @param place for messages
     * @param offset in its partition, or number of the record in a file, the first being 0
     * @param writtenAt microseconds since 1970; empty where only the record itself may say when it was
     * @param key empty where it has none, as in files
     * @param value null where it takes back what stood under the key, or cannot be read
     * @param problem why it cannot be read; empty where it can
     */
    record Entry<T>(
            String place,
            long offset,
            OptionalLong writtenAt,
            String key,
            @Nullable T value,
            String problem) {}
}
