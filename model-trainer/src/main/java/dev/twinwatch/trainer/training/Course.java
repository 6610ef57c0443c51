package dev.twinwatch.trainer.training;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalDouble;

/**
 * How far a training is: with spec, data and hyperparameters its state is all that the next batch depends on, as batches,
 * noise and dropout are drawn from the seed and the number of the iteration.
 */
final class Course {
    private final TwinNetwork network;
    private final Checkpoint best;
    private OptionalDouble untrained;
    private double loss;
    private int since;

    /** A course of which nothing is run; the network is measured as it is. */
    Course(TwinNetwork network, Checkpoint best) {
        this.network = network;
        this.best = best;
        best.offer(0, network);
        this.untrained = best.error();
    }

    /** Learns from the batch that was put into the network. */
    void learn(float[] labels) {
        loss += network.fit(labels);
        since++;
    }

    /** Measures the network, tells it, and begins a new average of losses. */
    void check(int of, Progress progress) {
        OptionalDouble error = best.offer(iteration(), network);
        progress.at(iteration(), of, loss / since, error);
        loss = 0;
        since = 0;
    }

    int iteration() {
        return network.iteration();
    }

    Checkpoint best() {
        return best;
    }

    /** Error before the first batch. */
    OptionalDouble untrained() {
        return untrained;
    }

    /** The state as bytes: numbers alone, so that reading it back loads no class. */
    byte[] state() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            network.write(out);
            best.write(out);
            out.writeDouble(untrained.orElse(Double.NaN));
            out.writeDouble(loss);
            out.writeInt(since);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /** Goes on from a state that this method's counterpart wrote for the same spec and hyperparameters. */
    void restore(byte[] state) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(state))) {
            network.read(in);
            best.read(in);
            double before = in.readDouble();
            untrained = Double.isNaN(before) ? OptionalDouble.empty() : OptionalDouble.of(before);
            loss = in.readDouble();
            since = in.readInt();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "kept state of the training is cut at " + state.length + " bytes: train anew without --resume", e);
        }
    }
}
