package dev.twinwatch.stream.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TaskModelsTest {
    private final TaskModels tasks = new TaskModels();

    @Test
    void oneTaskWithoutAModelIsEnoughForNotAllToDecide() {
        tasks.decides("2_0", "abc");
        tasks.decides("2_1", "");

        assertThat(tasks.any()).isTrue();
        assertThat(tasks.eachDecides()).isFalse();
        assertThat(tasks.versions()).containsExactly("abc");
    }

    @Test
    void aTaskThatIsNoLongerHereDoesNotCount() {
        tasks.decides("2_0", "abc");
        tasks.decides("2_1", "");

        tasks.ended("2_1");

        assertThat(tasks.eachDecides()).isTrue();
    }

    @Test
    void whileANewerModelIsTakenUpBothAreNamed() {
        tasks.decides("2_0", "new");
        tasks.decides("2_1", "abc");

        assertThat(tasks.versions()).containsExactly("abc", "new");
    }
}
