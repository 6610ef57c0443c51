package dev.twinwatch.trainer.history;

/** Hears how the reading of a history goes on, so that somebody can watch it. */
public interface ReadingProgress {
    /** Nobody watches. */
    ReadingProgress SILENT = new ReadingProgress() {
        @Override
        public void read(long records) {}

        @Override
        public void sorted(long events, long of) {}
    };

    /** After every record: so many were read, those that are no events included. */
    void read(long records);

    /** After every entity, once all records are read: so many of all events stand by entity. */
    void sorted(long events, long of);
}
