package dev.twinwatch.retrainer;

import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.contracts.RetrainingStep;
import dev.twinwatch.registry.RegistryUnavailableException;
import dev.twinwatch.retrainer.journal.RetrainingTopic;
import dev.twinwatch.stream.app.Problem;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One retraining at a time in a thread of its own, so that the process stays a member of its group meanwhile. */
final class Work {
    private static final Logger LOG = LoggerFactory.getLogger(Work.class);
    private static final long PAUSE_SECONDS = 5;

    private final Attempt attempt;
    private final RetrainingTopic topic;
    private final RetrainingMetrics metrics;
    private @Nullable Thread thread;
    private AtomicBoolean wanted = new AtomicBoolean();

    Work(Attempt attempt, RetrainingTopic topic, RetrainingMetrics metrics) {
        this.attempt = attempt;
        this.topic = topic;
        this.metrics = metrics;
    }

    /** Whether one runs, or has not written its end yet. */
    boolean isRunning() {
        Thread own = thread;
        return own != null && own.isAlive();
    }

    /** Begins one, or takes it up again. */
    void begin(Retraining started) {
        AtomicBoolean stillWanted = new AtomicBoolean(true);
        wanted = stillWanted;
        metrics.runs(true);
        LOG.info("retraining {} begins: {}", started.getId(), started.getReason());
        Thread own = new Thread(() -> run(started, stillWanted), "retraining");
        own.setDaemon(true);
        thread = own;
        own.start();
    }

    private void run(Retraining started, AtomicBoolean stillWanted) {
        try {
            Retraining end = end(started, stillWanted);
            write(end, stillWanted);
            metrics.ended(end.getWhat(), end.getMetrics());
            LOG.info("retraining {} ended, {}: {}", end.getId(), end.getWhat(), end.getReason());
        } catch (CancellationException e) {
            LOG.info("retraining {} stops: {}", started.getId(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            metrics.runs(false);
        }
    }

    private Retraining end(Retraining started, AtomicBoolean stillWanted) throws InterruptedException {
        while (true) {
            try {
                return attempt.run(started, stillWanted::get);
            } catch (CancellationException e) {
                throw e;
            } catch (Exception e) {
                if (!isAway(e)) {
                    LOG.warn("retraining {} failed", started.getId(), e);
                    return Steps.of(started, RetrainingStep.FAILED, Problem.of(e), null, Map.of());
                }
                LOG.warn("retraining {} goes on once broker and registry are back: {}", started.getId(), Problem.of(e));
                pause(stillWanted);
            }
        }
    }

    private void write(Retraining end, AtomicBoolean stillWanted) throws InterruptedException {
        while (true) {
            try {
                topic.write(end);
                return;
            } catch (KafkaException | RegistryUnavailableException | IllegalStateException e) {
                LOG.warn("the end of retraining {} is not written yet: {}", end.getId(), Problem.of(e));
                pause(stillWanted);
            }
        }
    }

    /** Whether it will be otherwise when broker and registry are back. */
    private static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof KafkaException || cause instanceof RegistryUnavailableException) {
                return true;
            }
        }
        return false;
    }

    private static void pause(AtomicBoolean stillWanted) throws InterruptedException {
        TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
        if (!stillWanted.get()) {
            throw new CancellationException("it is no longer this process that retrains");
        }
    }

    /** It ends at its next step without a result. */
    void cancel() {
        wanted.set(false);
    }
}
