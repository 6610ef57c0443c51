package dev.twinwatch.sandbox.page;

import dev.twinwatch.sandbox.proof.CardPayments;
import dev.twinwatch.sandbox.proof.Measured;

/** Bundles of one model with other figures each, so that gates can tell them apart. */
final class Candidates {
    private static final byte[] MODEL = CardPayments.bundle();

    private Candidates() {}

    /** Caught so many of 40 held-back takeovers. */
    static byte[] thatCaught(int takeovers) {
        return Measured.with(MODEL, takeovers, 4);
    }
}
