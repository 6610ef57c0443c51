package dev.twinwatch.retrainer;

import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.contracts.RetrainingStep;
import dev.twinwatch.retrainer.journal.RetrainingTopic;
import dev.twinwatch.trainer.training.Progress;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how far a retraining is, as metrics at once and as records now and then; ends one that is no longer wanted. */
final class Reporter implements Progress {
    private static final Logger LOG = LoggerFactory.getLogger(Reporter.class);
    private static final long EVERY = TimeUnit.SECONDS.toNanos(10);

    private final Retraining started;
    private final RetrainingTopic topic;
    private final RetrainingMetrics metrics;
    private final BooleanSupplier wanted;
    private String stage = "";
    private long told = System.nanoTime() - EVERY;

    Reporter(Retraining started, RetrainingTopic topic, RetrainingMetrics metrics, BooleanSupplier wanted) {
        this.started = started;
        this.topic = topic;
        this.metrics = metrics;
        this.wanted = wanted;
    }

    @Override
    public void note(String sentence) {
        stage = sentence;
        metrics.learned(0);
        LOG.info("retraining {}: {}", started.getId(), sentence);
        tell(sentence);
    }

    @Override
    public void at(int iteration, int of, double loss, OptionalDouble validation) {
        metrics.learned(iteration / (double) of);
        tell(String.format(Locale.ROOT, "%s: batch %d of at most %d, loss %.3f", stage, iteration, of, loss));
    }

    private void tell(String sentence) {
        if (!wanted.getAsBoolean()) {
            throw new CancellationException("another process takes retraining " + started.getId() + " over");
        }
        if (System.nanoTime() - told < EVERY) {
            return;
        }
        told = System.nanoTime();
        try {
            topic.write(Steps.of(started, RetrainingStep.PROGRESS, sentence, null, Map.of()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (RuntimeException e) {
            // The next one may be written again, and the training goes on meanwhile.
            LOG.warn("retraining {}: {}", started.getId(), e.getMessage());
        }
    }
}
