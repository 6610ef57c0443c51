package dev.twinwatch.stream.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.stream.dashboard.Status.Restore;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class RestoreProgressTest {
    private static final TopicPartition RECENT = new TopicPartition("recent-changelog", 0);
    private static final TopicPartition PROFILE = new TopicPartition("profile-changelog", 0);

    private final RestoreProgress restoring = new RestoreProgress();

    @Test
    void whereNothingIsRestoredAllIsHere() {
        assertThat(restoring.restored()).isTrue();
        assertThat(restoring.progress()).isEqualTo(new Restore(0, 0));
    }

    @Test
    void progressIsTheSumOverTheStoresThatAreNotBackYet() {
        restoring.onRestoreStart(RECENT, "recent", 100, 400);
        restoring.onRestoreStart(PROFILE, "profile", 0, 50);
        restoring.onBatchRestored(RECENT, "recent", 250, 150);
        restoring.onBatchRestored(RECENT, "recent", 300, 50);

        assertThat(restoring.progress()).isEqualTo(new Restore(200, 350));

        restoring.onRestoreEnd(PROFILE, "profile", 50);

        assertThat(restoring.progress()).isEqualTo(new Restore(200, 300));
        assertThat(restoring.restored()).isFalse();

        restoring.onRestoreSuspended(RECENT, "recent", 200);

        assertThat(restoring.restored()).isTrue();
    }
}
