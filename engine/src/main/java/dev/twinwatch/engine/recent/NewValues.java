package dev.twinwatch.engine.recent;

import java.util.ArrayList;
import java.util.List;

/**
 * The texts of the newest values that an entity had never used before, so that a reason can name them: of all other values only
 * hashes are kept.
 */
public final class NewValues {
    /** More would make the hot state large, and nobody reads them. */
    static final int MOST = 8;

    /** Oldest first. */
    final List<NewValue> values = new ArrayList<>();

    /**
     * One value.
     *
     * @param event running number of the event that brought it
     * @param field index of the category field
     * @param text as the event had it
     */
    record NewValue(long event, int field, String text) {}

    /** Notes one, unless nothing is known of it but the hash. */
    void note(long event, int field, String text) {
        NewValue value = new NewValue(event, field, text);
        if (text.isEmpty() || values.contains(value)) {
            return;
        }
        values.add(value);
        if (values.size() > MOST) {
            values.remove(0);
        }
    }

    /** Forgets what older events brought than the one of this running number. */
    void forgetBefore(long event) {
        while (!values.isEmpty() && values.get(0).event() < event) {
            values.remove(0);
        }
    }

    /** What an event brought in a field; empty where that is not known. */
    public String text(long event, int field) {
        for (NewValue value : values) {
            if (value.event() == event && value.field() == field) {
                return value.text();
            }
        }
        return "";
    }
}
