package dev.twinwatch.stream.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.settings.Settings;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NoRightsTest {
    private final NoRights rights =
            new NoRights(Settings.of(Purchases.WATCH, Map.of("kafka.bootstrap-servers", "kafka:9092")));

    @ParameterizedTest
    @CsvSource({
        "purchases.events.v1, READ, --operation READ --topic purchases.events.v1",
        "purchases.control.v1, READ, --operation READ --topic purchases.control.v1",
        "purchases.scores.v1, WRITE, --operation WRITE --topic purchases.scores.v1",
        "purchases.dlq.v1, WRITE, --operation WRITE --topic purchases.dlq.v1",
        "twinwatch-purchases-recent-v1-changelog, 'CREATE, READ and WRITE',"
                + " --resource-pattern-type prefixed --topic twinwatch-purchases-",
    })
    void ofTheServiceTheTopicSaysWhichOperationItNeeds(String topic, String operation, String granted) {
        String sentence = sentence(new TopicAuthorizationException(Set.of(topic)));

        assertThat(sentence)
                .startsWith("this user may not " + operation + " topic " + topic + ": grant it")
                .contains("kafka-acls --bootstrap-server kafka:9092")
                .contains(granted);
    }

    @Test
    void aCommandSaysItself() {
        var failure = new ExecutionException(new TopicAuthorizationException(Set.of("purchases.control.v1")));

        assertThat(rights.in(failure, AclOperation.WRITE))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("may not WRITE topic purchases.control.v1"));
    }

    @Test
    void groupTransactionsAndClusterAreNamed() {
        assertThat(sentence(GroupAuthorizationException.forGroupId("twinwatch-purchases")))
                .contains("READ consumer group twinwatch-purchases");
        assertThat(sentence(new TransactionalIdAuthorizationException("no")))
                .contains("WRITE under transactional ids that start with twinwatch-purchases");
        assertThat(sentence(new ClusterAuthorizationException("no idempotent write")))
                .contains("no idempotent write")
                .contains("--cluster");
    }

    @Test
    void aUserWhoIsNotLetInIsToldWhichSettingsToCorrect() {
        assertThat(sentence(new SaslAuthenticationException("invalid credentials")))
                .contains("kafka:9092")
                .contains("invalid credentials")
                .contains("kafka.sasl.jaas.config");
    }

    @Test
    void whatIsNotAboutRightsIsLeftToOthers() {
        assertThat(rights.in(new IllegalStateException("disk full"))).isEmpty();
    }

    private String sentence(Exception refused) {
        return rights.in(new IllegalStateException("task 0_0", refused)).orElseThrow();
    }
}
