package dev.twinwatch.engine.watch;

import java.util.List;
import java.util.Optional;

/**
 * Everything that Twinwatch needs to know about one stream; read from YAML by {@link WatchFile}.
 *
 * @param name names topics, stores, application id and metrics: lower-case letters, digits and hyphens
 * @param entity the field whose behaviour is learned
 * @param partitionedByEntity whether the producer's key and partitioner already bring an entity's events together
 * @param time where the time stands; empty: the order of arrival is the time
 * @param id the field that names an event; empty: topic, partition and offset do
 * @param sequence what belongs together
 * @param lateness an event further behind its entity's newest one is late; microseconds, or positions for ordinal time.
 *     An event that leaps ahead (see {@link #leap}) makes others late only once another bears its time out
 * @param features at least one
 * @param encoder the network; empty: training compares those that suit the watch
 * @param compare what compares windows
 * @param alerts the budget or the limit
 * @param yaml the text it was read from, kept so that a bundle can carry it
 */
public record Watch(
        String name,
        String entity,
        boolean partitionedByEntity,
        Optional<TimeField> time,
        String id,
        SequenceRule sequence,
        long lateness,
        List<FeatureSpec> features,
        Optional<EncoderKind> encoder,
        Metric compare,
        AlertRule alerts,
        String yaml) {

    private static final long DAY = 86_400_000_000L;

    public Watch {
        features = List.copyOf(features);
    }

    /** Whether event times are points on the calendar, so that hours and days have a meaning. */
    public boolean hasCalendar() {
        return time.isPresent() && time.get().unit() != TimeField.Unit.ORDINAL;
    }

    /**
     * A newest event further ahead than this of the one before it may have a wrong time: a day, or the lateness if that is
     * longer; for ordinal time, whose positions have no usual size, the lateness.
     */
    public long leap() {
        return !hasCalendar() ? lateness : lateness == Long.MAX_VALUE ? DAY : Math.max(DAY, lateness);
    }

    /** The features of one kind, in the order of the file. */
    public List<FeatureSpec> featuresOf(FeatureKind kind) {
        return features.stream().filter(f -> f.kind() == kind).toList();
    }
}
