package dev.twinwatch.sandbox.simulator;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;

/** Payments as a CSV file: {@code payment_id,customer,paid_at,place,device,amount}, times in milliseconds, UTF-8. */
public final class PaymentCsv {
    private static final int CENT_DIGITS = 2;

    private PaymentCsv() {}

    /** Writes the file, replacing one that is there. */
    public static void write(Iterable<Payment> payments, Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            csv.writeRecord("payment_id", "customer", "paid_at", "place", "device", "amount");
            for (Payment payment : payments) {
                csv.writeRecord(
                        payment.paymentId(),
                        payment.customer(),
                        Long.toString(payment.paidAt()),
                        payment.place(),
                        payment.device(),
                        BigDecimal.valueOf(payment.amount())
                                .setScale(CENT_DIGITS, RoundingMode.HALF_UP)
                                .toPlainString());
            }
        }
    }
}
