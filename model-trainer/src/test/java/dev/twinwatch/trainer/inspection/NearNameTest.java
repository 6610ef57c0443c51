package dev.twinwatch.trainer.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearNameTest {
    private static final List<String> KNOWN = List.of("customer_id", "amount", "paid_at");

    @Test
    void capitalsSeparatorsAndSlipsAreForgiven() {
        assertThat(NearName.suggestion("CustomerId", KNOWN)).isEqualTo(": did you mean customer_id?");
        assertThat(NearName.suggestion("amuont", KNOWN)).isEqualTo(": did you mean amount?");
    }

    @Test
    void whatIsNotNearIsNotSuggested() {
        assertThat(NearName.suggestion("colour", KNOWN)).isEqualTo(": it has customer_id, amount, paid_at");
    }
}
