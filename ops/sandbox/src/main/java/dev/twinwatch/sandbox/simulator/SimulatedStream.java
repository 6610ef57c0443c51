package dev.twinwatch.sandbox.simulator;

import java.util.List;

/** What a simulation made: all payments in the order of their times, and the truth about them. */
public record SimulatedStream(List<Payment> payments, List<Takeover> takeovers) {
    public SimulatedStream {
        payments = List.copyOf(payments);
        takeovers = List.copyOf(takeovers);
    }
}
