package dev.twinwatch.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OneLineTest {
    @ParameterizedTest
    @ValueSource(
            ints = {0x00, 0x07, '\n', '\r', 0x1b, 0x7f, 0x85, 0x9b, 0x061c, 0x2028, 0x2029, 0x200f, 0x202e, 0x2066})
    void whatSteersATerminalBecomesASpace(int character) {
        assertThat(OneLine.of("ana" + Character.toString(character) + "[2J")).isEqualTo("ana [2J");
    }

    @Test
    void lettersOfAnyScriptStay() {
        String names = "Zoë Łukasz 李小龙 دانا Ω 👩‍💻 ana+1@example.org";

        assertThat(OneLine.of(names)).isEqualTo(names);
    }
}
