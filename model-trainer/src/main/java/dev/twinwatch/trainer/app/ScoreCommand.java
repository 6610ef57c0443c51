package dev.twinwatch.trainer.app;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleException;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.history.NamedSequence;
import dev.twinwatch.trainer.scoring.SequenceScore;
import dev.twinwatch.trainer.scoring.SequenceScorer;
import dev.twinwatch.trainer.source.LabelFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** `twinwatch score`: enrols entities from reference sequences and scores probes against them. */
@Command(
        name = "score",
        sortOptions = false,
        customSynopsis = "./twinwatch score --bundle FILE --references SOURCE --probes SOURCE --out FILE [OPTIONS]",
        header = "Scores recorded sequences with a model bundle, without Kafka.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        optionListHeading = "%n",
        description = {
            "Enrols each entity from all its sequences among the references, whole: what is shorter than a window weighs"
                    + " less. Then writes one row for every sequence among the probes:"
                    + " entity,sequence,events,distance,score,alert.",
            "",
            "score: accumulated evidence of the whole sequence; over 0 is unlike the entity, 0 where nothing is known of it.",
            "alert: 1 where the service would have raised one: evidence over the limit of the bundle at any event from"
                    + " sequence.minimum on, with at least 2 and at most the newest 16 references of that length. So a high"
                    + " score need not be an alert, nor the other way round. Unlike the service, score learns on the way"
                    + " only with --update, from whole sequences, and takes every event, however late.",
            "",
            "References and probes are CSV files (also .gz), Avro files (.avro) or topics (kafka://host:port/topic).",
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the scores are written",
            "1:the data, the bundle or a setting is wrong; one sentence says what to do",
            "64:the command line is wrong",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./twinwatch score --bundle model.bundle --references march.csv --probes april.csv --out scores.csv",
            "  ./twinwatch score --bundle model.bundle --references march.csv --probes april.csv --out scores.csv --update",
            "  ./twinwatch score --bundle model.bundle --references march.csv.gz \\",
            "      --probes kafka://localhost:9092/payments --registry http://localhost:8081 --out scores.csv",
        })
final class ScoreCommand implements Callable<Integer> {
    @Option(
            names = "--bundle",
            required = true,
            paramLabel = "FILE",
            description = "the model, as `twinwatch train` wrote it")
    private Path bundle;

    @Option(
            names = "--references",
            required = true,
            paramLabel = "SOURCE",
            description = "sequences that are the entities' own")
    private String references;

    @Option(names = "--probes", required = true, paramLabel = "SOURCE", description = "sequences to score")
    private String probes;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "CSV file for the scores")
    private Path out;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description =
                    "CSV with entity, label, and event_id or from and to, and known_at: features of confirmed frauds"
                            + " are told of them; what they call fraud is enrolled and scored all the same")
    private @Nullable Path labels;

    @Option(
            names = "--update",
            description = "let references move: a probe whose score is below 0 becomes a reference for those after it")
    private boolean updating;

    @Mixin
    private RejectsOption rejectsFile;

    @Mixin
    private TopicOptions topic;

    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getErr();
        OutFile table = OutFile.of("--out", out);
        Bundle loaded = load();
        Layout layout = loaded.model().layout();
        LabelFile labelled =
                labels == null ? new LabelFile(List.of(), List.of()) : LabelFile.read(labels, layout.watch());
        Labelled.showProblems(labelled, terminal);
        Labelled.showUndated(layout, labelled.labels(), terminal);
        OwnEvents heard = new OwnEvents(layout, labelled.labels());
        SequenceScorer scorer = new SequenceScorer(new Scorer(loaded.model()), heard.values());
        List<SequenceScore> scores;
        try (Rejects rejects = rejectsFile.open(out)) {
            try {
                List<NamedSequence> own = read(references, layout, heard, rejects);
                List<NamedSequence> claimed = read(probes, layout, heard, rejects);
                Labelled.showUnmet(
                        heard.unmet(), heard::knows, labelled.labels().size(), terminal);
                enrol(scorer, own, layout, terminal);
                scores = updating ? scorer.scoreUpdating(claimed) : scorer.score(claimed);
            } finally {
                report(rejects, terminal);
            }
        }
        table.replace(file -> write(scores, file));
        long alerts = scores.stream().filter(SequenceScore::alert).count();
        terminal.printf(
                Locale.ROOT,
                "enrolled %,d entities, scored %,d sequences, %,d over the limit: %s%n",
                scorer.entities(),
                scores.size(),
                alerts,
                out);
        long unknown = scores.stream().filter(s -> !scorer.knows(s.entity())).count();
        if (unknown > 0) {
            terminal.printf(
                    Locale.ROOT, "%,d of them are of entities without references: score 0, distance 1%n", unknown);
        }
        return 0;
    }

    private static void enrol(SequenceScorer scorer, List<NamedSequence> own, Layout layout, PrintWriter terminal) {
        scorer.enrol(own);
        int minimum = layout.watch().sequence().minimum();
        long brief = own.stream().filter(s -> s.events().size() < minimum).count();
        if (brief > 0) {
            terminal.printf(
                    Locale.ROOT,
                    "%,d of %,d reference sequences have fewer than %d events (sequence.minimum): they weigh little%n",
                    brief,
                    own.size(),
                    minimum);
        }
    }

    private Bundle load() throws IOException {
        try {
            return BundleFile.read(bundle);
        } catch (BundleException e) {
            throw new IllegalArgumentException("--bundle " + bundle + ": " + e.getMessage(), e);
        }
    }

    private List<NamedSequence> read(String source, Layout layout, OwnEvents heard, Rejects rejects) {
        Predicate<Event> hearing = event -> {
            heard.test(event);
            return true;
        };
        return NamedSequence.read(topic.open(source), layout, hearing, rejects);
    }

    private static void report(Rejects rejects, PrintWriter terminal) {
        if (rejects.count() > 0) {
            terminal.printf(Locale.ROOT, "%,d records are no events and were left out%n", rejects.count());
            rejects.show(terminal);
        }
    }

    private static void write(List<SequenceScore> scores, Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("entity", "sequence", "events", "distance", "score", "alert");
            for (SequenceScore s : scores) {
                csv.writeRecord(
                        s.entity(),
                        s.sequence(),
                        String.valueOf(s.events()),
                        String.format(Locale.ROOT, "%.6f", s.distance()),
                        String.format(Locale.ROOT, "%.6f", s.score()),
                        s.alert() ? "1" : "0");
            }
        }
    }
}
