package dev.twinwatch.bench;

/** A topology that can be started on the topic of events, where it goes on after the last event it took. */
interface Contestant {
    /** Starts it; returns how to watch and stop it. */
    Running start();

    /** One that runs. */
    interface Running extends AutoCloseable {
        /** Events processed since it was started. */
        long processed();

        /** Throws where it no longer runs. */
        void check();

        /** Commits and stops, and leaves its group at once. */
        @Override
        void close();
    }
}
