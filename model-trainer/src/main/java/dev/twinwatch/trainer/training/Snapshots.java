package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.watch.EncoderKind;
import java.util.Optional;

/** Where a training keeps how far it is, so that it can go on after an interruption; one state for each kind of encoder. */
public interface Snapshots {
    /** Nothing is kept. */
    Snapshots NONE = new Snapshots() {
        @Override
        public Snapshots during(String stage) {
            return this;
        }

        @Override
        public Optional<byte[]> last(EncoderKind encoder) {
            return Optional.empty();
        }

        @Override
        public boolean isDue() {
            return false;
        }

        @Override
        public void keep(EncoderKind encoder, byte[] state) {
            // nothing is asked for
        }
    };

    /** Where one of several trainings keeps its own. */
    Snapshots during(String stage);

    /** The state to go on from; empty: begin anew. */
    Optional<byte[]> last(EncoderKind encoder);

    /** Whether enough time has passed to keep a state again. */
    boolean isDue();

    /** Replaces the state kept before; whoever is killed meanwhile leaves either of them whole. */
    void keep(EncoderKind encoder, byte[] state);
}
