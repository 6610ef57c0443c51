package dev.twinwatch.serde;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Files of hexadecimal digits; what follows a # is for people. */
final class GoldenBytes {
    private GoldenBytes() {}

    static byte[] read(String file) throws IOException {
        try (var lines = Files.lines(Path.of("src/test/resources/golden", file))) {
            var hex = lines.map(line -> line.replaceAll("#.*|\\s", "")).collect(Collectors.joining());
            return HexFormat.of().parseHex(hex);
        }
    }
}
