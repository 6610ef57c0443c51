package dev.twinwatch.trainer.source;

import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Origin;

/** Sees the records of a source one by one. */
public interface RecordVisitor {
    /**
     * A record.
     *
     * @param fields valid only during the call
     * @param origin topic, partition and offset; or file name, 0 and number of the record, the first being 1
     */
    void record(Fields fields, Origin origin);

    /**
     * Something that should be a record and is none.
     *
     * @param reason names the place (file and line, or topic, partition and offset), what was found and what was expected
     */
    void unreadable(String reason, Origin origin);

    /** Whether the source should go on; asked between two records. */
    default boolean wantsMore() {
        return true;
    }
}
