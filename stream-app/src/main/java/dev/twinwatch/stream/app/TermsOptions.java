package dev.twinwatch.stream.app;

import dev.twinwatch.stream.control.Terms;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who changes what is live, why, and upon which state of it. */
final class TermsOptions {
    @Option(
            names = "--who",
            defaultValue = "${sys:user.name}",
            description = "Whom the audit topic names; without it, the user of this machine.")
    private String who;

    @Option(names = "--why", defaultValue = "", description = "Why, for the audit topic.")
    private String why;

    @Option(
            names = "--epoch",
            paramLabel = "N",
            description = "Only if `models list` still says this epoch; without it, whatever was changed meanwhile.")
    private @Nullable Long epoch;

    Terms terms(boolean forced) {
        return new Terms(who, why, epoch == null ? OptionalLong.empty() : OptionalLong.of(epoch), forced);
    }
}
