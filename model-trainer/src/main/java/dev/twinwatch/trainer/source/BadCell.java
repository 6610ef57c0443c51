package dev.twinwatch.trainer.source;

/** Carries what is wrong with a row up to where its line is known. */
final class BadCell extends Exception {
    private static final long serialVersionUID = 1;

    final String reason;

    BadCell(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }
}
