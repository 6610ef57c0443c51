package dev.twinwatch.trainer;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.WatchFile;

/** Small watches of users, each event with an amount. */
public final class Watches {
    private Watches() {}

    /** Windows of four events, two at least; `at` is a position. */
    public static Layout positions() {
        return of("{length: 4, minimum: 2}", "time: {field: at, unit: ordinal}");
    }

    /** With what stands under `sequence:` and other lines. */
    public static Layout of(String sequence, String... lines) {
        return Layout.of(WatchFile.parse("watch.yaml", """
                watch: tests
                entity: user
                sequence: %s
                features: [{name: amount, field: amount, as: number}]
                %s
                """.formatted(sequence, String.join("\n", lines))));
    }
}
