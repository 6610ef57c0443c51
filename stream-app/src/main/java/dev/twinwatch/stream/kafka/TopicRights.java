package dev.twinwatch.stream.kafka;

import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.Topics;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;

/** Sees at start, rather than at the first alert, that this user may read and write what the service reads and writes. */
public final class TopicRights {
    private final Settings settings;

    /** For the user that the settings name. */
    public TopicRights(Settings settings) {
        this.settings = settings;
    }

    /**
     * Asks the broker; where it has no access control, everything is allowed.
     *
     * @throws IllegalStateException with one sentence per right that is missing
     */
    public void check() throws InterruptedException {
        NoRights words = new NoRights(settings);
        Map<String, Set<AclOperation>> needed = needed();
        List<String> missing = new ArrayList<>();
        try (Admin admin = new Clients(settings).admin()) {
            DescribeTopicsOptions withRights = new DescribeTopicsOptions().includeAuthorizedOperations(true);
            Map<String, TopicDescription> found = new YoungTopics()
                    .answer(() ->
                            admin.describeTopics(needed.keySet(), withRights).allTopicNames());
            needed.forEach((topic, operations) -> {
                Set<AclOperation> allowed =
                        Objects.requireNonNull(found.get(topic), topic).authorizedOperations();
                // A broker of another make may not tell.
                if (allowed != null) {
                    operations.stream()
                            .filter(operation -> !allowed.contains(operation))
                            .forEach(operation -> missing.add(words.sentence(operation, topic)));
                }
            });
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    words.in(e, AclOperation.DESCRIBE)
                            .orElse("the broker does not say what this user may do (" + e + "): start again"),
                    e);
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException(String.join(System.lineSeparator(), missing));
        }
    }

    private Map<String, Set<AclOperation>> needed() {
        Topics topics = settings.topics();
        Map<String, Set<AclOperation>> needed = new LinkedHashMap<>();
        needed.put(topics.events(), EnumSet.of(AclOperation.READ));
        needed.put(topics.feedback(), EnumSet.of(AclOperation.READ));
        needed.put(topics.control(), EnumSet.of(AclOperation.READ, AclOperation.WRITE));
        needed.put(topics.alerts(), EnumSet.of(AclOperation.WRITE));
        needed.put(topics.deadLetters(), EnumSet.of(AclOperation.WRITE));
        needed.put(topics.scores(), EnumSet.of(AclOperation.WRITE));
        needed.put(topics.audit(), EnumSet.of(AclOperation.WRITE));
        if (settings.measuresDrift()) {
            needed.put(topics.retraining(), EnumSet.of(AclOperation.WRITE));
        }
        return needed;
    }
}
