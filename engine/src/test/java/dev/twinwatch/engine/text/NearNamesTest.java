package dev.twinwatch.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearNamesTest {
    private static final List<String> PRESENT = List.of("customer", "paid_at", "amount", "id");

    @ParameterizedTest
    @CsvSource({"amout, amount", "Amount, amount", "paidAt, paid_at", "PAID-AT, paid_at", "costumer, customer"})
    void nameWithOtherCaseOrPunctuationOrAFewOtherLettersIsFound(String written, String meant) {
        assertThat(NearNames.nearest(written, PRESENT)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"price", "at", "xy"})
    void nameThatIsUnlikeAllIsNotGuessed(String written) {
        assertThat(NearNames.nearest(written, PRESENT)).isEmpty();
    }

    @Test
    void onlyNamesThatHaveANearOneGetAHint() {
        assertThat(NearNames.withHints(List.of("amout", "price"), PRESENT))
                .isEqualTo("amout (did you mean amount?), price");
    }
}
