package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.bundle.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** SHA-256 of a file of the command line, in hex; {@code none} where none was named. */
final class FileSum {
    private FileSum() {}

    static String of(@Nullable Path file) throws IOException {
        return file == null ? "none" : Sha256.of(Files.readAllBytes(file));
    }
}
