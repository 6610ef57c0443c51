package dev.twinwatch.trainer.source;

import dev.twinwatch.engine.features.Origin;
import java.util.List;
import java.util.OptionalLong;

/** Something that gives the records of the past in order. */
public interface EventSource {
    /** As it is called in messages: the file, or the topic with its address. */
    String name();

    /**
     * Hands every record to the visitor: rows of a file from top to bottom, records of a topic in the order of each
     * partition. Can be called again and then starts anew.
     *
     * @throws SourceException where the source itself cannot be read; what is wrong with one record goes to the visitor
     */
    void forEach(RecordVisitor visitor);

    /**
     * Refuses paths that no record of this source can have, since they would count as missing values in all of them.
     *
     * @throws SourceException naming those that lack and what there is instead; never where each record has its own fields
     */
    default void require(List<String> paths) {
        // JSON objects, and Avro records of many schemas, are known one by one
    }

    /** The record that a visitor sees at this moment, as text that a person can read; empty where it has none. */
    default String text() {
        return "";
    }

    /** How much of it was handed out so far while it is read, 0 to 1; NaN where that is not known. */
    default double share() {
        return Double.NaN;
    }

    /**
     * When the record that a visitor sees at this moment was written, in microseconds since 1970; empty where it has no time but
     * that of its event.
     */
    default OptionalLong writtenAt() {
        return OptionalLong.empty();
    }

    /** Whether the sender of the record that a visitor sees at this moment says that it is history of the entity's own. */
    default boolean isVouchedFor() {
        return false;
    }

    /** Where the record that a visitor sees at this moment stands, for messages. */
    default String place(Origin origin) {
        return origin.source() + " row " + origin.offset();
    }
}
