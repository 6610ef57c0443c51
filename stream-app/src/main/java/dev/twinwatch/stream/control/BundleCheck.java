package dev.twinwatch.stream.control;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.Watch;

/** Whether a bundle can be used, and was trained for the watch that this service runs, or for what it was before. */
public final class BundleCheck {
    private BundleCheck() {}

    /**
     * Reads and validates a bundle for a watch.
     *
     * @throws IllegalArgumentException with the reason, whatever the bundle does to its reader
     */
    static Bundle read(Layout service, byte[] bytes) {
        try {
            Bundle bundle = BundleFile.read(bytes);
            // Even one that reads a field which the watch has no longer says how state of its time is read.
            service.remember(bundle.model().layout());
            fits(service, bundle);
            return bundle;
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new IllegalArgumentException("bundle cannot be read (" + e + "): train it again", e);
        }
    }

    /**
     * Throws IllegalArgumentException that names the first difference. A watch may have gained features since: a model that does not
     * read them decides by all others.
     */
    public static void fits(Layout service, Bundle bundle) {
        Layout trained = bundle.model().layout();
        Watch here = service.watch();
        Watch there = trained.watch();
        same("name", there.name(), here.name());
        if (!here.features().containsAll(there.features())) {
            same("features", there.features(), here.features());
        }
        same("time", there.time(), here.time());
        same("sequence", there.sequence(), here.sequence());
        same("compare", there.compare(), here.compare());
    }

    private static void same(String what, Object trained, Object here) {
        if (!trained.equals(here)) {
            throw new IllegalArgumentException("bundle was trained for a watch with " + what + " " + trained
                    + ", this service runs " + what + " " + here + ": train with the watch file of the service");
        }
    }
}
