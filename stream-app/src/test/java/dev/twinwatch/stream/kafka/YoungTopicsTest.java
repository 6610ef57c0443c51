package dev.twinwatch.stream.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

final class YoungTopicsTest {
    private final YoungTopics young = new YoungTopics(Duration.ZERO);
    private int asked;

    @Test
    void aBrokerThatKnowsATopicAMomentLaterIsAskedAgain() throws Exception {
        String answer = young.answer(() -> {
            asked++;
            return asked <= 10 ? failed(new UnknownTopicOrPartitionException()) : KafkaFuture.completedFuture("there");
        });

        assertThat(answer).isEqualTo("there");
        assertThat(asked).isEqualTo(11);
    }

    @Test
    void aTopicThatStaysUnknownIsGivenUp() {
        assertThatThrownBy(() -> young.answer(() -> {
                    asked++;
                    return failed(new UnknownTopicOrPartitionException());
                }))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        assertThat(asked).isEqualTo(11);
    }

    @Test
    void aMissingRightIsNotAskedForAgain() {
        assertThatThrownBy(() -> young.answer(() -> {
                    asked++;
                    return failed(new TopicAuthorizationException("no"));
                }))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
        assertThat(asked).isEqualTo(1);
    }

    private static KafkaFuture<String> failed(RuntimeException failure) {
        return KafkaFuture.completedFuture("").thenApply(answer -> {
            throw failure;
        });
    }
}
