package dev.twinwatch.stream.kafka;

import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees at start that broker and topics are there, and creates what is missing. */
public final class TopicSetup {
    private static final Logger LOG = LoggerFactory.getLogger(TopicSetup.class);
    private static final long ANSWER_SECONDS = 20;

    private final Settings settings;
    private final Clients clients;
    private final NoRights rights;

    /** For the topics of one watch. */
    public TopicSetup(Settings settings) {
        this.settings = settings;
        this.clients = new Clients(settings);
        this.rights = new NoRights(settings);
    }

    /**
     * Waits for a broker, then checks and creates topics.
     *
     * @throws IllegalStateException that says what is wrong and what to do
     */
    public void prepare(Duration longestWait) throws InterruptedException {
        try (Admin admin = clients.admin()) {
            Set<String> existing = new BrokerWait(settings).topics(admin, longestWait);
            create(admin, existing);
            new TopicShapes(settings).check(admin);
        } catch (ExecutionException | TimeoutException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException(
                    rights.in(e, AclOperation.DESCRIBE_CONFIGS)
                            .orElse("topics of watch " + settings.watch().name() + " cannot be prepared (" + cause
                                    + "): check the broker, or create them yourself and set topics.create to false"),
                    e);
        }
    }

    private void create(Admin admin, Set<String> existing)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<NewTopic> missing = new ArrayList<>();
        for (NewTopic topic : wanted()) {
            if (!existing.contains(topic.name())) {
                missing.add(topic);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        List<String> names = missing.stream().map(NewTopic::name).toList();
        if (!settings.createTopics()) {
            throw new IllegalStateException(
                    "topics " + names + " do not exist: create them, or set topics.create to true");
        }
        for (var created : admin.createTopics(missing).values().entrySet()) {
            try {
                created.getValue().get(ANSWER_SECONDS, TimeUnit.SECONDS);
                LOG.info("topic {} was created", created.getKey());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof AuthorizationException) {
                    throw new IllegalStateException(
                            "topic " + created.getKey() + " does not exist, or this user may not see it, and "
                                    + rights.sentence(AclOperation.CREATE, created.getKey()),
                            e);
                }
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
                LOG.debug("topic {} was created by another instance", created.getKey());
            }
        }
    }

    private List<NewTopic> wanted() {
        Topics topics = settings.topics();
        List<NewTopic> wanted = new ArrayList<>();
        boolean ownEvents =
                topics.events().equals(Topics.of(settings.watch().name()).events());
        if (ownEvents) {
            wanted.add(plain(topics.events()));
        }
        // Alerts are few and must be readable by every client: not all of them have lz4, with which the stream writes.
        wanted.add(plain(topics.alerts()).configs(Map.of(TopicConfig.COMPRESSION_TYPE_CONFIG, "uncompressed")));
        wanted.add(plain(topics.feedback()));
        wanted.add(plain(topics.deadLetters()));
        wanted.add(new NewTopic(topics.audit(), Optional.of(1), Optional.empty()));
        // One partition: whoever is assigned it trains.
        wanted.add(new NewTopic(topics.retraining(), Optional.of(1), Optional.empty()));
        wanted.add(plain(topics.scores()));
        wanted.add(new NewTopic(topics.control(), Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)));
        return wanted;
    }

    private NewTopic plain(String name) {
        return new NewTopic(name, Optional.of(settings.partitions()), Optional.empty());
    }
}
