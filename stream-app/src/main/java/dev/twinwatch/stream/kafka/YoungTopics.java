package dev.twinwatch.stream.kafka;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks brokers about topics that may have been created a moment ago: not every broker knows them as soon. */
final class YoungTopics {
    private static final long ANSWER_SECONDS = 20;
    private static final int MOST_REPETITIONS = 10;

    private final Duration pause;

    YoungTopics() {
        this(Duration.ofMillis(200));
    }

    YoungTopics(Duration pause) {
        this.pause = pause;
    }

    /** The answer; a topic that stays unknown, and every other failure, throws as it came. */
    <T> T answer(Supplier<KafkaFuture<T>> question) throws InterruptedException, ExecutionException, TimeoutException {
        for (int repetition = 0; ; repetition++) {
            try {
                return question.get().get(ANSWER_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || repetition == MOST_REPETITIONS) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            }
        }
    }
}
