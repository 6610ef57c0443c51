package dev.twinwatch.sandbox.demo.judging;

import dev.twinwatch.sandbox.demo.recording.Sample;
import dev.twinwatch.sandbox.demo.recording.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The streamed events of each entity in blocks of one size, each judged once: by the evidence at its last event. This is
 * how masquerade detectors are compared in the literature; a rest that fills no block is left out.
 */
public final class Blocks {
    private final int size;
    private final int history;
    private final Map<String, List<Stretch>> stretches;
    private final List<Block> judged = new ArrayList<>();

    private record Block(boolean fraud, double evidence, boolean flagged) {}

    /**
     * No block yet.
     *
     * @param size events of a block, 1 or more
     * @param history events of each entity before its first block
     */
    public Blocks(int size, int history, Truth truth) {
        if (size < 1) {
            throw new IllegalArgumentException("--blocks is " + size + ", expected 1 or more: write for example 100");
        }
        this.size = size;
        this.history = history;
        this.stretches = truth.stretches().stream().collect(Collectors.groupingBy(Stretch::entity));
    }

    /** Takes the evidence of an event; only the last one of a block counts. */
    public void scored(Sample sample, double evidence, boolean flagged) {
        int last = sample.number();
        if ((last - history) % size == 0) {
            boolean fraud = stretches.getOrDefault(sample.event().entity(), List.of()).stream()
                    .anyMatch(stretch -> stretch.first() <= last && stretch.last() > last - size);
            judged.add(new Block(fraud, evidence, flagged));
        }
    }

    /** Blocks so far. */
    public int count() {
        return judged.size();
    }

    /** Those with an event that was not the entity's own. */
    public int frauds() {
        return (int) judged.stream().filter(Block::fraud).count();
    }

    /** Events of a block. */
    public int size() {
        return size;
    }

    /** The share of frauds that the limit of the model flags, 0 to 1. */
    public double hits() {
        return flagged(true);
    }

    /** The share of all others that the limit of the model flags, 0 to 1. */
    public double falseAlarms() {
        return flagged(false);
    }

    private double flagged(boolean fraud) {
        List<Block> those = judged.stream().filter(b -> b.fraud() == fraud).toList();
        return those.stream().filter(Block::flagged).count() / (double) those.size();
    }

    /** What other limits would make of them. */
    public Roc roc() {
        return Roc.of(evidence(true), evidence(false));
    }

    private double[] evidence(boolean fraud) {
        return judged.stream()
                .filter(b -> b.fraud() == fraud)
                .mapToDouble(Block::evidence)
                .toArray();
    }
}
