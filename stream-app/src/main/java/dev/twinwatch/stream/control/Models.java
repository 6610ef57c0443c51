package dev.twinwatch.stream.control;

import dev.twinwatch.engine.bundle.Bundle;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The validated models of this process and which of them is live; written by one reader, read by all stream threads. */
public final class Models {
    private final Map<String, Bundle> bundles = new HashMap<>();
    private final Set<String> retired = new HashSet<>();
    private final Map<String, OtherWatchException> foreign = new HashMap<>();
    private final TaskModels tasks = new TaskModels();
    private volatile @Nullable ModelPointer pointer;

    /** The newest pointer whose bundle is here and valid; empty while there is none. */
    public Optional<ModelPointer> pointer() {
        return Optional.ofNullable(pointer);
    }

    /** The valid bundle of the shadow; empty where the pointer names none, or its bundle is not here. */
    public Optional<Bundle> shadow() {
        return pointer().map(ModelPointer::shadow).flatMap(this::bundle);
    }

    /** By which of them the tasks of this process decide. */
    public TaskModels tasks() {
        return tasks;
    }

    /** A valid bundle by its version. */
    public synchronized Optional<Bundle> bundle(String version) {
        return Optional.ofNullable(bundles.get(version));
    }

    /**
     * A bundle that a task needs, as soon as it was read.
     *
     * @throws IllegalStateException if it does not come in that time
     * @throws OtherWatchException if it is here and does not fit the watch
     */
    public synchronized Bundle await(String version, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        Bundle bundle = bundles.get(version);
        while (bundle == null) {
            OtherWatchException misfit = foreign.get(version);
            if (misfit != null) {
                throw new OtherWatchException("model " + version.substring(0, 12)
                        + " decides and does not fit the watch: " + misfit.getMessage()
                        + ", or change the watch back and make a model live that fits both");
            }
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new IllegalStateException("model " + version + " was active in a task and is not on the control"
                        + " topic: publish its bundle again with `twinwatch models publish`");
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for model " + version, e);
            }
            bundle = bundles.get(version);
        }
        return bundle;
    }

    /** Takes a valid bundle in. */
    public synchronized void add(Bundle bundle) {
        bundles.put(bundle.version(), bundle);
        retired.remove(bundle.version());
        notifyAll();
    }

    /** A bundle is on the topic and cannot be used under this watch. */
    synchronized void foreign(String version, OtherWatchException why) {
        foreign.put(version, why);
        notifyAll();
    }

    /** A bundle that was retired was published again. */
    synchronized void keep(String version) {
        retired.remove(version);
    }

    /** A bundle is no longer on the topic; it goes from here with {@link #forgetRetired()}. */
    synchronized void retire(String version) {
        retired.add(version);
    }

    /** Lets go of retired bundles that the pointer does not name and by which no task of this process decides. */
    synchronized void forgetRetired() {
        if (retired.isEmpty()) {
            return;
        }
        Set<String> used = new HashSet<>(tasks.versions());
        pointer().ifPresent(now -> {
            used.add(now.version());
            Optional.ofNullable(now.shadow()).ifPresent(used::add);
        });
        retired.removeIf(version -> {
            boolean unused = !used.contains(version);
            if (unused) {
                bundles.remove(version);
            }
            return unused;
        });
    }

    /**
     * Makes a bundle that is here the live one. The shadow may be missing: what does not decide holds up nothing.
     *
     * @return false where it changes nothing: its epoch is not over 0, or not over that of the present one
     */
    public synchronized boolean point(ModelPointer next) {
        if (!bundles.containsKey(next.version())) {
            throw new IllegalArgumentException(
                    "pointer of epoch " + next.epoch() + " names model " + next.version() + ", which is not here");
        }
        ModelPointer now = pointer;
        // Tasks that never had a model count from 0.
        boolean newer = next.epoch() > (now == null ? 0 : now.epoch());
        if (newer) {
            pointer = next;
        }
        return newer;
    }
}
