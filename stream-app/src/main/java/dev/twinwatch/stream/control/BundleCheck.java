package dev.twinwatch.stream.control;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.engine.watch.Watch;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether a bundle can be used, and was trained for the watch that this service runs, or for what it was before. */
public final class BundleCheck {
    private static final String REMEDY = ": train with the watch file of the service";

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
     * Throws OtherWatchException that names the first difference. A watch may have gained features since: a model that does not
     * read them decides by all others.
     */
    public static void fits(Layout service, Bundle bundle) {
        Layout trained = bundle.model().layout();
        Watch here = service.watch();
        Watch there = trained.watch();
        same("name", there.name(), here.name());
        Set<String> foreign = there.features().stream()
                .filter(feature -> !here.features().contains(feature))
                .map(FeatureSpec::name)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!foreign.isEmpty()) {
            throw new OtherWatchException("bundle reads " + String.join(", ", foreign) + ", which watch " + here.name()
                    + " does not have, or has with other settings" + REMEDY);
        }
        same("time unit", unit(there), unit(here));
        same("sequence.length", there.sequence().length(), here.sequence().length());
        same("sequence.minimum", there.sequence().minimum(), here.sequence().minimum());
        if (!there.sequence().equals(here.sequence())) {
            throw new OtherWatchException(
                    "bundle was trained for sequences that end in another way than those of watch " + here.name()
                            + REMEDY);
        }
        same("compare", there.compare().name(), here.compare().name());
    }

    private static String unit(Watch watch) {
        return watch.time().map(time -> time.unit().name()).orElse("none");
    }

    private static void same(String what, Object trained, Object here) {
        if (!trained.equals(here)) {
            throw new OtherWatchException("bundle was trained for a watch with " + what + " " + trained
                    + ", this service runs " + what + " " + here + REMEDY);
        }
    }
}
