package dev.twinwatch.bench.quality;

import dev.twinwatch.bench.quality.cards.CardTest;
import dev.twinwatch.bench.quality.commands.MasqueradeTest;
import dev.twinwatch.bench.quality.encoder.Trainings;
import dev.twinwatch.bench.quality.measure.Figure;
import dev.twinwatch.bench.quality.typing.TypingTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** `twinwatch quality`: reproduces published baselines, then measures the encoder beside them. */
@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "How good the encoder and its score are on data with published results: plain baselines first, so"
                + " that a fault of the protocol shows, then the encoder beside them.",
        footer = {
            "",
            "Examples:",
            "  ./twinwatch quality --data ../data",
            "  ./twinwatch quality --data ../data --only schonlau --seeds 1",
            "  ./twinwatch quality --data ../data --only cmu-keystroke --seeds 1 --folds 1 --bundles /tmp/bundles",
        })
public final class QualityCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Folder of the data sets.")
    private Path data;

    @Option(names = "--only", paramLabel = "SET", description = "One of schonlau, cmu-keystroke.")
    private @Nullable String only;

    @Option(names = "--seeds", defaultValue = "3", description = "Trainings of each (${DEFAULT-VALUE}).")
    private int seeds;

    @Option(names = "--folds", defaultValue = "5", description = "Folds of cmu-keystroke (${DEFAULT-VALUE}).")
    private int folds;

    @Option(names = "--bundles", paramLabel = "DIR", description = "Where trained models are kept and reused.")
    private @Nullable Path bundles;

    @Option(names = "--plain", description = "Only the plain baselines.")
    private boolean plain;

    @Override
    public Integer call() {
        Trainings trainings = new Trainings(Optional.ofNullable(bundles), this::say);
        List<Figure> figures = new ArrayList<>();
        if (only == null || only.equals("schonlau")) {
            MasqueradeTest test = new MasqueradeTest(data);
            figures.addAll(test.plain());
            for (int seed = 1; seed <= seeds && !plain; seed++) {
                figures.addAll(test.encoder(trainings, seed));
            }
        }
        if (only == null || only.equals("cmu-keystroke")) {
            TypingTest test = new TypingTest(data);
            figures.addAll(test.plain());
            for (int seed = 1; seed <= seeds && !plain; seed++) {
                figures.addAll(test.encoder(trainings, seed, folds));
            }
        }
        if (only == null || only.equals("fdh-card-fraud")) {
            CardTest test = new CardTest(data);
            figures.addAll(test.plain());
            for (int seed = 1; seed <= seeds && !plain; seed++) {
                figures.addAll(test.encoder(trainings, seed));
            }
        }
        figures.forEach(f -> spec.commandLine()
                .getOut()
                .println(String.format(Locale.ROOT, "%-14s %8.4f  %s", f.data(), f.value(), f.measure())));
        return 0;
    }

    private void say(String words) {
        spec.commandLine().getErr().println(words);
    }
}
