package dev.twinwatch.stream.kafka;

import dev.twinwatch.stream.settings.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for a broker to answer: service and broker are often started together. */
public final class BrokerWait {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerWait.class);

    /** Given to the request too: closing the client waits for every request that is still open. */
    private static final int ANSWER_MILLIS = 5_000;

    private final Settings settings;
    private final String address;

    /** For the brokers that the settings name. */
    public BrokerWait(Settings settings) {
        this.settings = settings;
        this.address = String.valueOf(settings.kafka().get("bootstrap.servers"));
    }

    /**
     * Waits for a broker, for a command that needs topics which the service made.
     *
     * @throws IllegalStateException if none answers in that time, or lacks one of the topics
     */
    public void require(Set<String> topics, Duration longest) throws InterruptedException {
        try (Admin admin = new Clients(settings).admin()) {
            Set<String> missing = new TreeSet<>(topics);
            missing.removeAll(topics(admin, longest));
            if (!missing.isEmpty()) {
                throw new IllegalStateException("topics " + missing + " are not at " + address
                        + ", or this user may not see them: start the service of watch "
                        + settings.watch().name() + " once, or correct kafka.bootstrap-servers");
            }
        }
    }

    /**
     * Names of all topics, once a broker answers.
     *
     * @throws IllegalStateException if none does in that time, or one does not let this user in
     */
    Set<String> topics(Admin admin, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            try {
                return admin.listTopics(new ListTopicsOptions().timeoutMs(ANSWER_MILLIS))
                        .names()
                        .get(2L * ANSWER_MILLIS, TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException e) {
                Optional<String> refused = new NoRights(settings).in(e);
                if (refused.isPresent()) {
                    throw new IllegalStateException(refused.get(), e);
                }
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
