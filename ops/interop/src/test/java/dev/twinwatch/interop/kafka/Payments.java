package dev.twinwatch.interop.kafka;

import java.nio.file.Path;

/** Payments as clients of other languages write them: a line of JSON each. */
final class Payments {
    /** The example event of the contracts. */
    static final String SCHEMA_FILE = Path.of("..", "..", "schemas", "src", "main", "avro", "PaymentEvent.avsc")
            .toString();

    private static final long NEW_YEAR = 1767225600000L;
    private static final long HOUR = 3_600_000;

    private Payments() {}

    /** Paid by card; the line ends with its line feed. */
    static String line(String id, String customer, long paidAt, String place, double amount) {
        return "{\"payment_id\":\"" + id + "\",\"customer\":\"" + customer + "\",\"paid_at\":" + paidAt
                + ",\"place\":\"" + place + "\",\"device\":\"card\",\"amount\":" + amount + "}\n";
    }

    /** A CSV file of 30 customers with 50 payments each, in order of time; each has two shops and a usual amount. */
    static String history() {
        StringBuilder csv = new StringBuilder("payment_id,customer,paid_at,place,device,amount\n");
        for (int i = 0; i < 50; i++) {
            for (int customer = 0; customer < 30; customer++) {
                csv.append("c%d-%d,c%d,%d,shop-%d-%d,card,%d%n"
                        .formatted(
                                customer,
                                i,
                                customer,
                                NEW_YEAR + i * HOUR,
                                customer,
                                i % 2,
                                10 * customer + 10 + i % 3));
            }
        }
        return csv.toString();
    }

    /** 24 payments of about 20 in the same two shops, then one of 900 elsewhere, whose id is `CUSTOMER-else`. */
    static String habitThenSomethingElse(String customer) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 24; i++) {
            lines.append(line(customer + "-" + i, customer, NEW_YEAR + i * HOUR, "shop-" + i % 2, 20 + i % 3));
        }
        return lines.append(line(customer + "-else", customer, NEW_YEAR + 24 * HOUR, "casino", 900))
                .toString();
    }
}
