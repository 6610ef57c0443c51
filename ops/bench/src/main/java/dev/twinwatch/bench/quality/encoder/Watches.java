package dev.twinwatch.bench.quality.encoder;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.WatchFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The watch files of the data sets: all that the encoder is told about them. */
public final class Watches {
    private Watches() {}

    /** The layout of the watch of this name. */
    public static Layout layout(String watch) {
        String file = "/watches/" + watch + ".yaml";
        try (InputStream yaml = Objects.requireNonNull(Watches.class.getResourceAsStream(file), file)) {
            return Layout.of(WatchFile.parse(watch + ".yaml", new String(yaml.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
