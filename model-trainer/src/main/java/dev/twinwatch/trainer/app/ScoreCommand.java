package dev.twinwatch.trainer.app;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleException;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.history.NamedSequence;
import dev.twinwatch.trainer.scoring.SequenceScore;
import dev.twinwatch.trainer.scoring.SequenceScorer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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
            "Enrols each entity from all its sequences among the references, then writes one row for every sequence"
                    + " among the probes: entity,sequence,events,distance,score,alert. The score is accumulated evidence:"
                    + " over 0 is unlike the entity; 0 where nothing is known of it.",
        },
        footer = {
            "",
            "References and probes are CSV files (also .gz), Avro files (.avro) or topics (kafka://host:port/topic).",
            "",
            "Example:",
            "  ./twinwatch score --bundle model.bundle --references march.csv --probes april.csv --out scores.csv",
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

    @Mixin
    private TopicOptions topic;

    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getErr();
        OutFile table = OutFile.of(out);
        Bundle loaded = load();
        Layout layout = loaded.model().layout();
        SequenceScorer scorer = new SequenceScorer(new Scorer(loaded.model()));
        enrol(scorer, layout, terminal);
        List<SequenceScore> scores = scorer.score(read(probes, layout, terminal));
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

    private void enrol(SequenceScorer scorer, Layout layout, PrintWriter terminal) {
        List<NamedSequence> own = read(references, layout, terminal);
        scorer.enrol(own);
        int minimum = layout.watch().sequence().minimum();
        long brief = own.stream().filter(s -> s.events().size() < minimum).count();
        if (brief > 0) {
            terminal.printf(
                    Locale.ROOT,
                    "%,d of %,d reference sequences have fewer than %d events (sequence.minimum): they count only where there is no longer one%n",
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

    private List<NamedSequence> read(String source, Layout layout, PrintWriter terminal) {
        long[] skipped = {0};
        List<NamedSequence> sequences = NamedSequence.read(topic.open(source), layout, problem -> {
            if (skipped[0]++ < 5) {
                terminal.println("  " + problem);
            }
        });
        if (skipped[0] > 0) {
            terminal.printf(Locale.ROOT, "%,d records of %s are no events and were left out%n", skipped[0], source);
        }
        return sequences;
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
