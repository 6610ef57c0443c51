package dev.twinwatch.trainer.app;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command writes the records that it could not read. */
final class RejectsOption {
    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description =
                    "CSV file for records that are no events, each with its line and what is wrong; written only where"
                            + " there are any; default: the name of --out with .rejects.csv")
    private @Nullable Path file;

    /** Where there is no --out: under this name in the current folder. */
    Rejects openBeside(@Nullable Path out, String otherwise) throws IOException {
        return open(out != null ? out : Path.of(otherwise));
    }

    Rejects open(Path out) throws IOException {
        return Rejects.to(file != null ? file : out.resolveSibling(out.getFileName() + ".rejects.csv"));
    }
}
