package dev.twinwatch.bench.quality.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A row of a published table: data set, method, figures in words. */
record Published(String data, String method, String figures) {
    /** All that are known, in the order of their file. */
    static List<Published> all() {
        String file = "/published.txt";
        try (InputStream text = Objects.requireNonNull(Published.class.getResourceAsStream(file), file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" *; *", 3)))
                    .map(cells -> new Published(cells.get(0), cells.get(1), cells.get(2)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Published> of(String data) {
        return all().stream().filter(row -> row.data().equals(data)).toList();
    }
}
