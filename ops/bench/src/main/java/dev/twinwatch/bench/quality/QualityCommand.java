package dev.twinwatch.bench.quality;

import dev.twinwatch.bench.quality.cards.CardProtocol;
import dev.twinwatch.bench.quality.commands.MasqueradeProtocol;
import dev.twinwatch.bench.quality.encoder.News;
import dev.twinwatch.bench.quality.encoder.Protocol;
import dev.twinwatch.bench.quality.encoder.PublishedProtocol;
import dev.twinwatch.bench.quality.encoder.Trainings;
import dev.twinwatch.bench.quality.feedback.FeedbackProtocol;
import dev.twinwatch.bench.quality.feedback.RetrainingProtocol;
import dev.twinwatch.bench.quality.measure.Figure;
import dev.twinwatch.bench.quality.report.MeasurementsFile;
import dev.twinwatch.bench.quality.report.QualityReport;
import dev.twinwatch.bench.quality.takeovers.TakeoverProtocol;
import dev.twinwatch.bench.quality.typing.TransferProtocol;
import dev.twinwatch.bench.quality.typing.TypingProtocol;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** `twinwatch quality`: reproduces published baselines, then measures the encoder beside them. */
@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "How good the encoder and its score are on data with published results: plain baselines first, so"
                + " that a fault of the protocol shows, then the encoder beside them. Exit status 2 where a plain"
                + " baseline does not give its published figure.",
        footer = {
            "",
            "Examples:",
            "  ./twinwatch quality --data ../data",
            "  ./twinwatch quality --only feedback",
            "  ./twinwatch quality --data ../data --json --out docs/measurements.md",
            "  ./twinwatch quality --data ../data --only keystroke --seeds 1 --folds 1 --bundles /tmp/bundles",
        })
public final class QualityCommand implements Callable<Integer> {
    private static final int ALL_FOLDS = 5;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder with schonlau, cmu-keystroke and fdh-card-fraud; feedback needs none.")
    private @Nullable Path folder;

    @Option(names = "--seeds", defaultValue = "3", description = "Trainings of each kind (${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--only",
            paramLabel = "SET",
            description = {
                "One of schonlau, keystroke, card-fraud;",
                "or transfer: what fine-tuning is worth, or feedback: what confirmed cases are worth,",
                "or retraining: what a retraining with thirty confirmed alerts is worth,",
                "or takeovers: recall by style, references and budget beside other detectors; not run otherwise."
            })
    private @Nullable String only;

    @Option(names = "--plain", description = "Only the plain baselines: a minute.")
    private boolean plain;

    @Option(names = "--folds", defaultValue = "5", description = "Folds of keystroke that are run (${DEFAULT-VALUE}).")
    private int folds;

    @Option(
            names = "--bundles",
            paramLabel = "DIR",
            description = "Where trained models are kept, and taken from where they exist.")
    private @Nullable Path bundles;

    @Option(names = "--out", paramLabel = "FILE", description = "Markdown file of which a section is replaced.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print one JSON object last.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<Protocol> protocols = protocols();
        if (plain && protocols.stream().noneMatch(PublishedProtocol.class::isInstance)) {
            throw misuse("--plain --only " + only + ": " + only + " has no plain baselines, leave out one of the two");
        }
        int trained = plain ? 0 : seeds;
        News news = new News(
                trained * protocols.stream().mapToInt(Protocol::trainings).sum(),
                words -> spec.commandLine().getErr().println(words));
        Trainings trainings = new Trainings(Optional.ofNullable(bundles), news);
        List<Figure> figures = new ArrayList<>();
        for (Protocol protocol : protocols) {
            if (protocol instanceof PublishedProtocol published) {
                news.say(protocol.name() + ": plain baselines");
                figures.addAll(published.plain());
            }
        }
        for (int seed = 1; seed <= trained; seed++) {
            for (Protocol protocol : protocols) {
                figures.addAll(protocol.encoder(trainings, seed));
            }
        }
        if (trained == 1 && protocols.size() > 1 && bundles == null) {
            figures.add(new Figure("all", "the whole run with one seed, seconds", news.seconds()));
        }
        QualityReport report = new QualityReport(figures);
        spec.commandLine().getOut().println(report.asText());
        if (out != null) {
            MeasurementsFile.replace(out, LocalDate.now(ZoneOffset.UTC).toString(), how(news), report.asMarkdown());
        }
        if (json) {
            spec.commandLine().getOut().println(report.asJson());
        }
        return report.isHarnessSound() ? 0 : 2;
    }

    private List<Protocol> protocols() {
        if (seeds < 1 || folds < 1 || folds > ALL_FOLDS) {
            throw misuse("--seeds " + seeds + " --folds " + folds + ": expected at least 1, and 1 to 5");
        }
        Map<String, Supplier<Protocol>> known = new LinkedHashMap<>();
        if ("feedback".equals(only)) {
            return List.of(new FeedbackProtocol());
        }
        if ("retraining".equals(only)) {
            return List.of(new RetrainingProtocol());
        }
        if ("takeovers".equals(only)) {
            return List.of(new TakeoverProtocol());
        }
        if (folder == null) {
            throw misuse("--data is missing: say in which folder the data is");
        }
        Path data = folder;
        known.put("schonlau", () -> new MasqueradeProtocol(data));
        known.put("keystroke", () -> new TypingProtocol(data, folds));
        known.put("card-fraud", () -> new CardProtocol(data));
        if (only == null) {
            return known.values().stream().map(Supplier::get).toList();
        }
        known.put("transfer", () -> new TransferProtocol(data));
        Supplier<Protocol> one = known.get(only);
        if (one == null) {
            throw misuse("--only " + only + ": expected one of " + String.join(", ", known.keySet())
                    + ", feedback, retraining, takeovers");
        }
        return List.of(one.get());
    }

    private ParameterException misuse(String words) {
        return new ParameterException(spec.commandLine(), words);
    }

    private String how(News news) {
        String command = "./twinwatch quality" + (folder == null ? "" : " --data DIR") + " --seeds " + seeds
                + (only == null ? "" : " --only " + only) + (plain ? " --plain" : "")
                + (folds == ALL_FOLDS ? "" : " --folds " + folds);
        return String.format(
                Locale.ROOT,
                "`%s`, mean and standard deviation over the seeds, on %d cores (%s), Java %s, heap %d MB; %.0f minutes in all%s.",
                command,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                Runtime.version(),
                Runtime.getRuntime().maxMemory() >> 20,
                news.seconds() / 60,
                bundles == null ? "" : ", some models from an earlier run");
    }
}
