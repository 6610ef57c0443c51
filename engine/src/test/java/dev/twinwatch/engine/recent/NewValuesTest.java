package dev.twinwatch.engine.recent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The texts of new values, of which only so many are kept. */
final class NewValuesTest {
    private final NewValues values = new NewValues();

    @Test
    void theNewestEightAreKept() {
        for (int event = 1; event <= 9; event++) {
            values.note(event, 0, "v" + event);
        }

        assertThat(values.text(1, 0)).isEmpty();
        assertThat(values.text(2, 0)).isEqualTo("v2");
        assertThat(values.text(9, 0)).isEqualTo("v9");
    }

    @Test
    void whatTwoFeaturesSayOfOneFieldIsNotedOnce() {
        values.note(1, 0, "bar");
        values.note(1, 0, "bar");
        values.note(1, 1, "bar");

        assertThat(values.values).hasSize(2);
    }

    @Test
    void whatLeftTheWindowIsForgotten() {
        values.note(1, 0, "a");
        values.note(2, 0, "b");

        values.forgetBefore(2);

        assertThat(values.text(1, 0)).isEmpty();
        assertThat(values.text(2, 0)).isEqualTo("b");
    }

    @Test
    void aTextThatIsNotKnownIsNotNoted() {
        values.note(1, 0, "");

        assertThat(values.values).isEmpty();
    }
}
