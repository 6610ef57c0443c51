package dev.twinwatch.stream.api;

/**
 * How the service is.
 *
 * @param running whether the stream runs
 * @param restored whether all state is here
 * @param modelActive whether each task here decides by a model; without one, events are learned from and not scored
 * @param model version of the model by which they decide, with commas between them while a newer one is taken up; where no
 *     task is here, of the one that is announced; empty for none
 * @param failures stream threads that failed in a row, those that wait for a broker or registry included
 * @param gaveUp why the service gave up; empty while it did not
 */
public record Health(
        boolean running, boolean restored, boolean modelActive, String model, int failures, String gaveUp) {

    /** Whether it decides about events. */
    public boolean ready() {
        return running && restored && modelActive;
    }

    /** Whether it may still come back by itself. */
    public boolean live() {
        return gaveUp.isEmpty();
    }
}
