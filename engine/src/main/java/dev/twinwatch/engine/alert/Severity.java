package dev.twinwatch.engine.alert;

/** How urgent an alert is: by how far the evidence is over the limit. */
public enum Severity {
    /** Less than 2 over the limit. */
    LOW,
    /** 2 to 5 over the limit. */
    MEDIUM,
    /** 5 to 10 over the limit. */
    HIGH,
    /** 10 or more over the limit. */
    CRITICAL;

    /** The severity of an evidence at or over the limit. */
    public static Severity of(double evidence, double limit) {
        double over = evidence - limit;
        return over >= 10 ? CRITICAL : over >= 5 ? HIGH : over >= 2 ? MEDIUM : LOW;
    }
}
