package dev.twinwatch.stream.control;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.Watch;

/** Whether a bundle was trained for the watch that this service runs. */
public final class BundleCheck {
    private BundleCheck() {}

    /** Throws IllegalArgumentException that names the first difference. */
    public static void fits(Layout service, Bundle bundle) {
        Layout trained = bundle.model().layout();
        Watch here = service.watch();
        Watch there = trained.watch();
        same("name", there.name(), here.name());
        same("layout", trained.description(), service.description());
        same("features", there.features(), here.features());
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
