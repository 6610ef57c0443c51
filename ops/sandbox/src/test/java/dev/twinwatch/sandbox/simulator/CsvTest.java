package dev.twinwatch.sandbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.PaymentEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
    private static final Payment PAYMENT = new Payment("p1", "ana", 1_700_000_000_123L, "cafe", "phone", 12.3);

    @TempDir
    Path folder;

    @Test
    void paymentsAreWrittenWithTheirNamesTimesAndCents() throws IOException {
        Path file = folder.resolve("payments.csv");

        PaymentCsv.write(List.of(PAYMENT), file);

        assertThat(file).content().isEqualTo("""
                        payment_id,customer,paid_at,place,device,amount
                        p1,ana,1700000000123,cafe,phone,12.30
                        """);
    }

    @Test
    void takeoversAreWrittenAsLabelsOfATimeSpan() throws IOException {
        Path file = folder.resolve("labels.csv");
        Takeover takeover =
                new Takeover("ana", "bob", Style.GREEDY, Set.of(Attribute.HOURS), "p3", "p14", 1000, 2000, 12);

        LabelCsv.write(List.of(takeover), file);

        assertThat(file).content().isEqualTo("entity,from,to,label\nana,1000,2000,FRAUD\n");
    }

    @Test
    void paymentTravelsAsTheAvroRecordWithTheSameValues() {
        PaymentEvent event = PAYMENT.toAvro();

        assertThat(event.getPaymentId()).isEqualTo("p1");
        assertThat(event.getCustomer()).isEqualTo("ana");
        assertThat(event.getPaidAt()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_123L));
        assertThat(event.getPlace()).isEqualTo("cafe");
        assertThat(event.getDevice()).isEqualTo("phone");
        assertThat(event.getAmount()).isEqualTo(12.3);
    }
}
