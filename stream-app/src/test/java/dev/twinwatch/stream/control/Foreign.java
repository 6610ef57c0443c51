package dev.twinwatch.stream.control;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.stream.Purchases;

/** A watch that differs from that of purchases in its name alone. */
final class Foreign {
    static final Layout LAYOUT =
            Layout.of(WatchFile.parse("watch.yaml", Purchases.YAML.replace("purchases", "transfers")));

    private Foreign() {}
}
