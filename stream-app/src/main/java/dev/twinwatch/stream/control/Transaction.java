package dev.twinwatch.stream.control;

import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;

/** What is sent becomes visible as a whole, or not at all. */
final class Transaction {
    private Transaction() {}

    /** Throws what went wrong first; IllegalStateException where somebody else has taken over the producer's id. */
    static void of(Producer<byte[], byte[]> producer, Runnable sending) {
        var unused = of(producer, () -> {
            sending.run();
            return true;
        });
    }

    /** As the other, with what the sender has to say once it is committed. */
    static <T> T of(Producer<byte[], byte[]> producer, Supplier<T> sending) {
        producer.beginTransaction();
        try {
            T sent = sending.get();
            producer.commitTransaction();
            return sent;
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw takenOver(e);
        } catch (RuntimeException e) {
            abort(producer, e);
            throw e;
        }
    }

    static IllegalStateException takenOver(RuntimeException by) {
        return new IllegalStateException(
                "somebody else changes this watch now, and nothing was written: look at what holds,"
                        + " then try again if still needed",
                by);
    }

    /** Left open, it would hold up every reader of the topic until it times out. */
    private static void abort(Producer<byte[], byte[]> producer, RuntimeException why) {
        try {
            producer.abortTransaction();
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }
}
