package dev.twinwatch.engine.features;

/** Carries the reason from the field that cannot be read up to the reading of its record. */
final class UnreadableValue extends Exception {
    final String reason;

    UnreadableValue(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }
}
