package dev.twinwatch.engine.cases;

import java.util.ArrayList;
import java.util.List;

/** The labels of all events with one value, in the order of their times. */
final class LabelledPast {
    private final List<Finding> labels = new ArrayList<>();

    synchronized void add(Finding label) {
        labels.add(after(label.time()), label);
    }

    synchronized void remove(Finding label) {
        labels.remove(label);
    }

    /**
     * What was known at a time of the frauds that are as old as asked for. Never of an event at that very time: it may be the
     * one that asks.
     */
    synchronized ConfirmedFrauds before(long time, long within, long knownFor) {
        long to = Math.min(time - knownFor, time - 1);
        long from = time - knownFor - within;
        int all = 0;
        int frauds = 0;
        long latest = from;
        for (int i = after(to) - 1; i >= 0 && labels.get(i).time() >= from; i--) {
            Finding label = labels.get(i);
            if (label.knownAt() <= time) {
                all++;
                if (label.fraud()) {
                    frauds++;
                    latest = Math.max(latest, label.time());
                }
            }
        }
        if (frauds == 0) {
            return ConfirmedFrauds.NONE;
        }
        float recency = (float) ((latest - from) / (double) within);
        return new ConfirmedFrauds((float) Math.log1p(frauds), frauds / (float) all, recency);
    }

    /** How many are no later than a time. */
    private int after(long time) {
        int low = 0;
        int high = labels.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (labels.get(middle).time() <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
