package dev.twinwatch.trainer.source;

/** Something that gives the records of the past in order. */
public interface EventSource {
    /**
     * Hands every record to the visitor: rows of a file from top to bottom, records of a topic in the order of each
     * partition. Can be called again and then starts anew.
     *
     * @throws SourceException where the source itself cannot be read; what is wrong with one record goes to the visitor
     */
    void forEach(RecordVisitor visitor);
}
