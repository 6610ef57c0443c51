package dev.twinwatch.contracts;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Every contract, and what it promises: this release reads what each earlier one wrote, and where said, each earlier one
 * reads what this one writes.
 */
public enum Contract {
    /** Topic of alerts. Its readers are other people's programs, which do not change with ours. */
    ALERT(Alert.class, true),
    /** Topic of outcomes, read by other people's programs. */
    SCORE(Score.class, true),
    /** Topic of feedback, written by other people's programs; after a step back an older release reads it. */
    FEEDBACK(Feedback.class, true),
    /** Topic of control. A new kind of change means nothing to an older release, so it need not read one. */
    CONTROL(Control.class, false),
    /** Topic of the audit, read by other people's programs. */
    AUDIT(Audit.class, true),
    /** Topic of retraining; requests come from other people's programs too, and after a step back an older release reads it. */
    RETRAINING(Retraining.class, true),
    /** The example event. */
    PAYMENT_EVENT(PaymentEvent.class, true);

    private final Class<? extends SpecificRecord> type;
    private final boolean readByOlderReleases;

    Contract(Class<? extends SpecificRecord> type, boolean readByOlderReleases) {
        this.type = type;
        this.readByOlderReleases = readByOlderReleases;
    }

    /** The schema of this release. */
    public Schema schema() {
        return SpecificData.get().getSchema(type);
    }

    /** Whether each earlier release reads what this one writes; the reverse holds for all. */
    public boolean readByOlderReleases() {
        return readByOlderReleases;
    }
}
