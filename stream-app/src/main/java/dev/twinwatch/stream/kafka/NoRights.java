package dev.twinwatch.stream.kafka;

import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.Topics;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;

/** Says in one sentence what Kafka refuses to this user: which operation on what, and how to grant it. */
public final class NoRights {
    private final Settings settings;
    private final String bootstrap;

    /** For the user that the settings name. */
    public NoRights(Settings settings) {
        this.settings = settings;
        this.bootstrap = String.valueOf(settings.kafka().get("bootstrap.servers"));
    }

    /** What the running service was refused; empty where the failure is about something else. */
    public Optional<String> in(Throwable failure) {
        return in(failure, AclOperation.UNKNOWN);
    }

    /** A failure as a sentence, where it is about rights of a caller who asked for that operation; else as it came. */
    public RuntimeException asked(RuntimeException failure, AclOperation operation) {
        return in(failure, operation)
                .<RuntimeException>map(sentence -> new IllegalStateException(sentence, failure))
                .orElse(failure);
    }

    /** What was refused to a caller who knows which operation on a topic it asked for; empty for another failure. */
    Optional<String> in(Throwable failure, AclOperation asked) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthenticationException) {
                return Optional.of("Kafka at " + bootstrap + " does not let this user in (" + cause.getMessage()
                        + "): correct kafka.security.protocol, kafka.sasl.mechanism and kafka.sasl.jaas.config, or the"
                        + " kafka.ssl settings");
            }
            if (cause instanceof AuthorizationException refused) {
                return Optional.of(sentence(refused, asked));
            }
        }
        return Optional.empty();
    }

    /** For one operation on one topic. */
    String sentence(AclOperation operation, String topic) {
        return sentence(operation + " topic " + topic, "--operation " + operation + " --topic " + topic);
    }

    private String sentence(AuthorizationException refused, AclOperation asked) {
        if (refused instanceof TopicAuthorizationException some
                && !some.unauthorizedTopics().isEmpty()) {
            String topic = some.unauthorizedTopics().iterator().next();
            return asked != AclOperation.UNKNOWN ? sentence(asked, topic) : ofService(topic);
        }
        if (refused instanceof GroupAuthorizationException group) {
            return sentence("READ consumer group " + group.groupId(), "--operation READ --group " + group.groupId());
        }
        if (refused instanceof TransactionalIdAuthorizationException) {
            return sentence(
                    "WRITE under transactional ids that start with " + settings.applicationId(),
                    "--operation WRITE --resource-pattern-type prefixed --transactional-id "
                            + settings.applicationId());
        }
        return sentence(
                "do this on the cluster (" + refused.getMessage() + ")",
                "--operation CREATE --operation IDEMPOTENT_WRITE --cluster");
    }

    /** The exception does not say what was tried; for most topics the service only ever does one thing. */
    private String ofService(String topic) {
        Topics topics = settings.topics();
        if (topic.startsWith(settings.applicationId() + "-")) {
            return sentence(
                    "CREATE, READ and WRITE topic " + topic,
                    "--operation ALL --resource-pattern-type prefixed --topic " + settings.applicationId() + "-");
        }
        boolean read =
                Set.of(topics.events(), topics.feedback(), topics.control()).contains(topic);
        return sentence(read ? AclOperation.READ : AclOperation.WRITE, topic);
    }

    private String sentence(String what, String granted) {
        return "this user may not " + what + ": grant it, for example with `kafka-acls --bootstrap-server " + bootstrap
                + " --add --allow-principal User:NAME " + granted + "`";
    }
}
