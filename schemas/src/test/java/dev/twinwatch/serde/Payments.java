package dev.twinwatch.serde;

import dev.twinwatch.contracts.PaymentEvent;
import java.time.Instant;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** The payment that the golden bytes are of, as both kinds of record. */
final class Payments {
    private Payments() {}

    static PaymentEvent specific() {
        return new PaymentEvent("p1", "ana", Instant.ofEpochMilli(1000), "x", "d", 1.5);
    }

    static GenericRecord generic() {
        var record = new GenericData.Record(PaymentEvent.getClassSchema());
        record.put("payment_id", "p1");
        record.put("customer", "ana");
        record.put("paid_at", 1000L);
        record.put("place", "x");
        record.put("device", "d");
        record.put("amount", 1.5);
        return record;
    }
}
