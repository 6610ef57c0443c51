package dev.twinwatch.sandbox.demo.judging;

import dev.twinwatch.sandbox.demo.recording.Stretch;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Counts what alerts were worth; not for several threads. */
public final class Tally {
    private final Truth truth;
    private final Map<Stretch, Integer> caughtAt = new HashMap<>();
    /** Of stretches of which it is known: whether the first reason named what was not copied. */
    private final Map<Stretch, Boolean> rightlyExplained = new HashMap<>();

    private int alerts;
    private int late;
    private int falseAlerts;

    /** Nothing yet. */
    public Tally(Truth truth) {
        this.truth = truth;
    }

    /** Counts an alert that opened at the event of this number. */
    public Finding opened(String entity, int number) {
        Finding finding = truth.of(entity, number);
        alerts++;
        if (finding instanceof Finding.Caught caught) {
            caughtAt.merge(caught.stretch(), caught.event(), Math::min);
        } else if (finding instanceof Finding.Late) {
            late++;
        } else {
            falseAlerts++;
        }
        return finding;
    }

    /**
     * Counts what the first alert of a caught stretch gave as its first reason.
     *
     * @param field of the event that it names; empty for the window as a whole
     */
    public void explained(Finding finding, String field) {
        if (finding instanceof Finding.Caught caught
                && !caught.stretch().foreign().isEmpty()) {
            rightlyExplained.putIfAbsent(
                    caught.stretch(), caught.stretch().foreign().contains(field));
        }
    }

    /** Caught stretches of which it is known what the attacker did not copy, and how many first reasons named such a thing. */
    public Explained explained() {
        int right = (int) rightlyExplained.values().stream().filter(r -> r).count();
        return new Explained(rightlyExplained.size(), right);
    }

    /** How many alerts were explained, and how many of them rightly. */
    public record Explained(int alerts, int right) {}

    /** Stories. */
    public int alerts() {
        return alerts;
    }

    /** Alerts after a takeover, within a window. */
    public int late() {
        return late;
    }

    /** Alerts while nobody else acted. */
    public int falseAlerts() {
        return falseAlerts;
    }

    /** Stretches during which an alert opened. */
    public int caught() {
        return caughtAt.size();
    }

    /** At which event of a stretch its first alert opened: the median of those caught, from 1. */
    public OptionalDouble medianDelay() {
        int[] delays =
                caughtAt.values().stream().mapToInt(Integer::intValue).sorted().toArray();
        if (delays.length == 0) {
            return OptionalDouble.empty();
        }
        int middle = delays.length / 2;
        return OptionalDouble.of(delays.length % 2 == 1 ? delays[middle] : (delays[middle - 1] + delays[middle]) / 2.0);
    }

    /** How many there were and how many of them were caught. */
    public record Share(int takeovers, int caught) {
        private Share plus(boolean isCaught) {
            return new Share(takeovers + 1, caught + (isCaught ? 1 : 0));
        }
    }

    /** The share of each style. */
    public Map<String, Share> byStyle() {
        Map<String, Share> shares = new TreeMap<>();
        for (Stretch stretch : truth.stretches()) {
            Share before = shares.getOrDefault(stretch.style(), new Share(0, 0));
            shares.put(stretch.style(), before.plus(caughtAt.containsKey(stretch)));
        }
        return shares;
    }
}
