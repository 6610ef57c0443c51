package dev.twinwatch.engine.recent;

import dev.twinwatch.engine.cases.KnownLabels;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hot state of one entity: its last events as field values, what is usual for it, and where its alert stands.
 *
 * <p>Changed event by event, written as bytes by {@link RecentCodec}; one thread at a time.
 */
public final class Recent {
    final Layout layout;
    final byte[] slots;
    final Arrivals arrivals;
    final Origins origins = new Origins();
    final Times times = new Times();

    int events;
    long count;
    long sequence;
    long coveredUpTo;
    int profileRevision;
    float lastEvidence = Float.NaN;
    boolean vouchedFor;
    long renewals;
    long absorbedAt = Long.MIN_VALUE;
    long goodAt = Long.MIN_VALUE;
    Gained gained = Gained.NOTHING;

    @Nullable
    Story story;

    /** An entity that was never seen. */
    public Recent(Layout layout) {
        this(layout, newSlots(layout));
    }

    /** The same, whose events lie in these slots, which nothing else uses as long as it lives. */
    Recent(Layout layout, byte[] slots) {
        this.layout = layout;
        this.slots = slots;
        this.arrivals = new Arrivals(layout);
    }

    /** Room for the events of one entity, or of one after the other. */
    public static byte[] newSlots(Layout layout) {
        return new byte[layout.watch().sequence().length() * layout.slotBytes()];
    }

    /** Whether this event was processed before. */
    public boolean hasSeen(Event event) {
        return origins.covers(event.origin());
    }

    /** How far the event lies behind the newest one beyond the allowed lateness, in units of time; 0 or less: in time. */
    public long lateBy(Event event) {
        if (layout.watch().time().isEmpty() || times.areNone() || isOfNewSequence(event)) {
            return 0;
        }
        long allowed = layout.watch().lateness();
        return allowed == Long.MAX_VALUE ? 0 : times.settled(layout.watch()) - event.time() - allowed;
    }

    /** Whether the event ends the current sequence: another value of `by:`, or a pause longer than the gap. */
    public boolean startsNewSequence(Event event) {
        if (count == 0) {
            return false;
        }
        long gap = layout.watch().sequence().gap();
        long previous = event.time() >= times.newest ? times.newest : times.settled(layout.watch());
        boolean pause = gap != Long.MAX_VALUE && layout.watch().time().isPresent() && event.time() - previous > gap;
        return pause || isOfNewSequence(event);
    }

    private boolean isOfNewSequence(Event event) {
        return count > 0 && layout.watch().sequence().ends() && event.sequence() != sequence;
    }

    /** Forgets the window: the next event is the first of a sequence. */
    public void beginSequence() {
        events = 0;
        times.beginSequence(layout.watch());
        lastEvidence = Float.NaN;
        coveredUpTo = count;
    }

    /** Forgets what was usual for the entity and its open alert, too; only where and when its events came is still known. */
    public void forget() {
        beginSequence();
        arrivals.forget();
        story = null;
        vouchedFor = false;
        absorbedAt = Long.MIN_VALUE;
        goodAt = Long.MIN_VALUE;
        gained = Gained.NOTHING;
    }

    /** Lets the window begin after an event: what stands in it up to there is judged no more. */
    public void beginAfter(long number) {
        int gone = (int) Math.min(events, number - (count - events));
        if (gone <= 0) {
            return;
        }
        int slotBytes = layout.slotBytes();
        System.arraycopy(slots, gone * slotBytes, slots, 0, (events - gone) * slotBytes);
        events -= gone;
        // it was that of another window
        lastEvidence = Float.NaN;
    }

    /** Takes the event in where no labels are known. */
    public void append(Event event) {
        append(event, KnownLabels.NONE);
    }

    /** Takes the event in: computes what depends on the past, then makes it the newest event of the window. */
    public void append(Event event, KnownLabels labels) {
        long time = layout.watch().time().isPresent() ? event.time() : count + 1;
        vouchedFor = event.origin().enrol() && (vouchedFor || count == coveredUpTo);
        float[] arrived = arrivals.of(event, count + 1, time, window(), labels);
        count++;
        int slotBytes = layout.slotBytes();
        if (events == layout.watch().sequence().length()) {
            System.arraycopy(slots, slotBytes, slots, 0, slots.length - slotBytes);
            events--;
        }
        Window.write(layout, slots, events, time, event, arrived);
        events++;
        arrivals.newValues.forgetBefore(count - events + 1);
        times.note(time);
        sequence = event.sequence();
        origins.note(event.origin());
    }

    /** The last events of the current sequence, as a view that the next event changes. */
    public Window window() {
        return Window.over(layout, slots, events, count - events + 1);
    }

    /** The texts of the newest values of the window that were never used before. */
    public NewValues newValues() {
        return arrivals.newValues;
    }

    /** Events of this entity so far, which is also the running number of the newest one. */
    public long count() {
        return count;
    }

    /** Running number of the last event that a reference window covers or that belongs to an earlier sequence. */
    public long coveredUpTo() {
        return coveredUpTo;
    }

    /** Notes that events up to this number are covered, and that the profile was rewritten. */
    public void covered(long upTo, int revision) {
        coveredUpTo = Math.max(coveredUpTo, upTo);
        profileRevision = revision;
    }

    /** Counts up with each change of the profile, so that what was computed from an older one is recognised. */
    public int profileRevision() {
        return profileRevision;
    }

    /** Whether the sender vouched for all events that are not covered. */
    public boolean isVouchedFor() {
        return vouchedFor;
    }

    /** Evidence of the window as it stands; NaN where it was not scored. */
    public float lastEvidence() {
        return lastEvidence;
    }

    /** Notes the evidence of the window. */
    public void lastEvidence(float evidence) {
        lastEvidence = evidence;
    }

    /** Revision of the newest renewal that was carried out; 0 for none. */
    public long renewals() {
        return renewals;
    }

    /** Notes that a renewal was carried out. */
    public void renewed(long revision) {
        renewals = revision;
    }

    /** Time of the event at which a window was last absorbed; {@link Long#MIN_VALUE} for never. */
    public long absorbedAt() {
        return absorbedAt;
    }

    /** Notes when a window was absorbed. */
    public void absorbedAt(long time) {
        absorbedAt = time;
    }

    /** When its references were last kept as good, by time or running number; {@link Long#MIN_VALUE} for never. */
    public long goodAt() {
        return goodAt;
    }

    /** Notes when its references were kept as good. */
    public void goodAt(long at) {
        goodAt = at;
    }

    /** What its older events lack. */
    public Gained gained() {
        return gained;
    }

    /** Notes that no event that still counts lacks anything. */
    public void allKnown() {
        gained = Gained.NOTHING;
    }

    /** The open alert. */
    public Optional<Story> story() {
        return Optional.ofNullable(story);
    }

    /** Opens, grows or, with null, ends the alert. */
    public void story(@Nullable Story now) {
        story = now;
    }
}
