package dev.twinwatch.trainer.app;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.twinwatch.engine.bundle.Bundle;
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
        mixinStandardHelpOptions = true,
        description = {
            "Enrols each entity from all its sequences among the references, then writes one row for every sequence",
            "among the probes: entity,sequence,events,distance,score,alert. The score is accumulated evidence: over 0 is",
            "unlike the entity; 0 where nothing is known of it.",
        },
        footer = {
            "",
            "Example:",
            "  ./twinwatch score --bundle model.bundle --references march.csv --probes april.csv --out scores.csv",
        })
final class ScoreCommand implements Callable<Integer> {
    @Option(names = "--bundle", required = true, description = "the model, as `twinwatch train` wrote it")
    private Path bundle;

    @Option(names = "--references", required = true, description = "sequences that are the entities' own")
    private String references;

    @Option(names = "--probes", required = true, description = "sequences to score")
    private String probes;

    @Option(names = "--out", required = true, description = "CSV file for the scores")
    private Path out;

    @Mixin
    private TopicOptions topic;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getErr();
        Bundle loaded = BundleFile.read(bundle);
        Layout layout = loaded.model().layout();
        SequenceScorer scorer = new SequenceScorer(new Scorer(loaded.model()));
        scorer.enrol(read(references, layout, terminal));
        List<SequenceScore> scores = scorer.score(read(probes, layout, terminal));
        write(scores);
        long alerts = scores.stream().filter(SequenceScore::alert).count();
        terminal.printf(
                Locale.ROOT,
                "enrolled %,d entities, scored %,d sequences, %,d over the limit: %s%n",
                scorer.entities(),
                scores.size(),
                alerts,
                out);
        return 0;
    }

    private List<NamedSequence> read(String source, Layout layout, PrintWriter terminal) {
        long[] skipped = {0};
        List<NamedSequence> sequences = NamedSequence.read(topic.open(source), layout, problem -> {
            if (skipped[0]++ < 5) {
                terminal.println("  " + problem);
            }
        });
        if (skipped[0] > 0) {
            terminal.printf(Locale.ROOT, "%,d rows of %s are no events and were left out%n", skipped[0], source);
        }
        return sequences;
    }

    private void write(List<SequenceScore> scores) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
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
