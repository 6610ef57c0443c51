package dev.twinwatch.stream.control;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.stream.metrics.Counts;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records of the control topic that are not followed: a line in the log, a count, and an audit record that is the same
 * whichever instance writes it, and whenever it reads the topic again.
 */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final String WHO = "service";
    private static final String WHAT = "refused/";

    private final Models models;
    private final Counts counts;
    private final Consumer<Audit> audits;
    private final Set<String> told = new HashSet<>();

    Refusals(Models models, Counts counts, Consumer<Audit> audits) {
        this.models = models;
        this.counts = counts;
        this.audits = audits;
    }

    /**
     * One record cannot be followed.
     *
     * @param offset where it stands on the control topic
     * @param at when it was written
     */
    void refuse(long offset, Instant at, String why) {
        counts.controlRefused();
        LOG.error("control record at offset {} is refused, what is live stays: {}", offset, why);
        @Nullable String live = models.pointer().map(ModelPointer::version).orElse(null);
        audits.accept(new Audit(at, WHO, why, WHAT + offset, live, live));
    }

    /** The same of one of many records that may be refused for one reason: all are counted, and the audit has the first. */
    void refuseOneOfMany(long offset, Instant at, String why) {
        if (told.add(why)) {
            refuse(offset, at, why);
        } else {
            counts.controlRefused();
            LOG.debug("control record at offset {} is refused for the same reason: {}", offset, why);
        }
    }
}
