package dev.twinwatch.trainer.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FormTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7 | WHOLE
            -12 | WHOLE
            007 | TEXT
            1234567890123456789 | TEXT
            1.50 | DECIMAL
            -.5e3 | DECIMAL
            yes | FLAG
            False | FLAG
            2026-01-31T12:00:00Z | ISO_TIME
            2026-01-31 12:00 | ISO_TIME
            2026-01-31T12:00:00.123+02:00 | ISO_TIME
            2026-01-31 | FOREIGN_TIME
            31/01/2026 12:00 | FOREIGN_TIME
            31 Jan 2026 | FOREIGN_TIME
            $12.50 | WRITTEN_NUMBER
            1,234.56 | WRITTEN_NUMBER
            12,50 | WRITTEN_NUMBER
            12 EUR | WRITTEN_NUMBER
            10.0.0.1 | TEXT
            shop 7 | TEXT
            """)
    void aValueLooksLikeWhatAPersonWouldCallIt(String value, Form form) {
        assertThat(Form.of(value)).isEqualTo(form);
    }
}
