package dev.twinwatch.bench.quality.commands;

import dev.twinwatch.bench.quality.encoder.PublishedProtocol;
import dev.twinwatch.bench.quality.encoder.SelectedRows;
import dev.twinwatch.bench.quality.encoder.Trainings;
import dev.twinwatch.bench.quality.encoder.Watches;
import dev.twinwatch.bench.quality.measure.Figure;
import dev.twinwatch.engine.evidence.Comparison;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.history.NamedSequence;
import dev.twinwatch.trainer.history.RejectListener;
import dev.twinwatch.trainer.source.CsvSource;
import dev.twinwatch.trainer.training.Hyperparameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The protocol of masqueraders: plain baseline and encoder. */
public final class MasqueradeProtocol implements PublishedProtocol {
    private static final int ENROLLED = Commands.CLEAN / Commands.BLOCK;

    /** Clean blocks that enrol where a limit is looked for; the others stand for what is to come. */
    private static final int ENROLLED_FOR_LIMIT = ENROLLED * 4 / 5;

    private static final double NOMINAL = 0.046;

    private final Path file;
    private final Commands commands;
    private final Layout layout = Watches.layout("shell-blocks");
    private final Map<String, List<Event>> events = new LinkedHashMap<>();

    /** On the data in `schonlau` of a folder. */
    public MasqueradeProtocol(Path data) {
        Path folder = data.resolve("schonlau");
        file = folder.resolve("commands.csv.gz");
        commands = Commands.read(folder);
        NamedSequence.read(new NumberedBlocks(new CsvSource(file)), layout, RejectListener.NOBODY)
                .forEach(block -> events.computeIfAbsent(block.entity(), user -> new ArrayList<>())
                        .addAll(block.events()));
    }

    @Override
    public String name() {
        return "schonlau";
    }

    @Override
    public int trainings() {
        return 2;
    }

    @Override
    public List<Figure> plain() {
        return NaiveBayes.score(commands).figures("naive Bayes, no updating");
    }

    @Override
    public List<Figure> encoder(Trainings trainings, long seed) {
        Trainings.Taught taught = taught(trainings, "schonlau-seed" + seed, Commands.CLEAN, seed);
        Scorer scorer = new Scorer(taught.model());
        List<Figure> figures = new ArrayList<>();
        taught.seconds().ifPresent(s -> figures.add(new Figure("schonlau", "one training, seconds", s)));
        Map<String, List<Comparison>> fixed =
                compare(user -> stream(scorer, user).withoutUpdating(Commands.TESTED));
        figures.addAll(scores(fixed, Comparison::evidence).figures("encoder, no updating"));
        figures.addAll(scores(fixed, Comparison::distance).figures("cosine of the trained encoder, no updating"));
        Map<String, List<Comparison>> updating =
                compare(user -> stream(scorer, user).updating(Commands.TESTED, true));
        BlockScores moving = scores(updating, Comparison::evidence);
        figures.addAll(moving.figures("encoder, guarded updating"));
        Map<String, List<Comparison>> remembering =
                compare(user -> stream(scorer, user).updating(Commands.TESTED, false));
        figures.addAll(scores(remembering, Comparison::evidence)
                .figures("encoder, guarded updating, but every command counts as seen"));
        figures.addAll(moving.at(limit(trainings, seed), "limit fixed at nominal 4.6 %"));
        return figures;
    }

    private Trainings.Taught taught(Trainings trainings, String name, int commands, long seed) {
        SelectedRows clean = new SelectedRows(
                new NumberedBlocks(new CsvSource(file)),
                row -> Integer.parseInt(String.valueOf(row.valueAt("seq"))) <= commands);
        return trainings.get(name, layout, clean, Hyperparameters.defaults().withSeed(seed));
    }

    /**
     * The evidence that the nominal share of the later clean blocks is over, all users together: by a model that was taught with the
     * earlier ones alone, since one that was taught with all knows these better than those that are to come.
     */
    private double limit(Trainings trainings, long seed) {
        int enrolled = ENROLLED_FOR_LIMIT * Commands.BLOCK;
        Scorer scorer = new Scorer(
                taught(trainings, "schonlau-limit-seed" + seed, enrolled, seed).model());
        double[] honest = commands.users().stream()
                .flatMap(user -> new CommandStream(scorer, events(user), ENROLLED_FOR_LIMIT)
                        .updating(ENROLLED - ENROLLED_FOR_LIMIT, true).stream())
                .mapToDouble(Comparison::evidence)
                .sorted()
                .toArray();
        return honest[honest.length - 1 - (int) (NOMINAL * honest.length)];
    }

    private CommandStream stream(Scorer scorer, String user) {
        return new CommandStream(scorer, events(user), ENROLLED);
    }

    private List<Event> events(String user) {
        return events.getOrDefault(user, List.of());
    }

    private Map<String, List<Comparison>> compare(Function<String, List<Comparison>> user) {
        Map<String, List<Comparison>> byUser = new LinkedHashMap<>();
        commands.users().forEach(name -> byUser.put(name, user.apply(name)));
        return byUser;
    }

    private BlockScores scores(Map<String, List<Comparison>> byUser, ToDoubleFunction<Comparison> score) {
        BlockScores scores = new BlockScores();
        byUser.forEach((user, comparisons) -> {
            for (int block = 0; block < comparisons.size(); block++) {
                scores.add(commands.isMasquerade(user, block), score.applyAsDouble(comparisons.get(block)));
            }
        });
        return scores;
    }
}
