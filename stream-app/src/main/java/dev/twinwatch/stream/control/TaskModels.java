package dev.twinwatch.stream.control;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * By which model each task of this process decides, which lags behind the one that is announced. Written by stream threads, read
 * from any.
 */
public final class TaskModels {
    private final Map<String, String> versions = new ConcurrentHashMap<>();

    /** A task decides by that version from now on; empty: it has no model yet. */
    public void decides(String task, String version) {
        versions.put(task, version);
    }

    /** A task is no longer here. */
    public void ended(String task) {
        versions.remove(task);
    }

    /** Whether a task is here; an instance may have none where others have them all. */
    public boolean any() {
        return !versions.isEmpty();
    }

    /** Whether every task here has a model. */
    public boolean eachDecides() {
        return versions.values().stream().noneMatch(String::isEmpty);
    }

    /** The versions in use. */
    public SortedSet<String> versions() {
        SortedSet<String> used = new TreeSet<>(versions.values());
        used.remove("");
        return used;
    }
}
