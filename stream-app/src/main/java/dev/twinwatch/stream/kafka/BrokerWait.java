package dev.twinwatch.stream.kafka;

import dev.twinwatch.stream.settings.Settings;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for a broker to answer: service and broker are often started together. */
final class BrokerWait {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerWait.class);

    /** Given to the request too: closing the client waits for every request that is still open. */
    private static final int ANSWER_MILLIS = 5_000;

    private final String address;

    BrokerWait(Settings settings) {
        this.address = String.valueOf(settings.kafka().get("bootstrap.servers"));
    }

    /**
     * Names of all topics, once a broker answers.
     *
     * @throws IllegalStateException if none does in that time
     */
    Set<String> topics(Admin admin, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            try {
                return admin.listTopics(new ListTopicsOptions().timeoutMs(ANSWER_MILLIS))
                        .names()
                        .get(2L * ANSWER_MILLIS, TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(
                            "no Kafka broker answered at " + address + " in "
                                    + longest.toSeconds() + " s ("
                                    + cause.getClass().getSimpleName()
                                    + "): start one or correct kafka.bootstrap-servers",
                            e);
                }
                LOG.warn("no Kafka broker answers at {} yet, trying again: {}", address, cause.toString());
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }
}
