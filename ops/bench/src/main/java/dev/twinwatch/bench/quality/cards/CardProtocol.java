package dev.twinwatch.bench.quality.cards;

import dev.twinwatch.bench.quality.encoder.PublishedProtocol;
import dev.twinwatch.bench.quality.encoder.SelectedRows;
import dev.twinwatch.bench.quality.encoder.Trainings;
import dev.twinwatch.bench.quality.encoder.Watches;
import dev.twinwatch.bench.quality.measure.AveragePrecision;
import dev.twinwatch.bench.quality.measure.AveragePrecision.Scored;
import dev.twinwatch.bench.quality.measure.Figure;
import dev.twinwatch.bench.quality.measure.LogisticRegression;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.sandbox.demo.judging.Roc;
import dev.twinwatch.trainer.source.CsvSource;
import dev.twinwatch.trainer.training.Hyperparameters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The protocol of card transactions: plain baselines, the engine without labels, and with labels that come late. */
public final class CardProtocol implements PublishedProtocol {
    private static final int LOOKED_AT = 100;

    private final Path file;
    private final Layout layout = Watches.layout("card-fraud");
    private final List<Transaction> all;
    private final Split split;
    private final double[][] aggregates;

    /** On the data in `fdh-card-fraud` of a folder. */
    public CardProtocol(Path data) {
        Path folder = data.resolve("fdh-card-fraud");
        file = folder.resolve("transactions.csv.gz");
        all = Transactions.read(folder).all();
        split = Split.of(all);
        aggregates = Aggregates.of(all);
    }

    @Override
    public String name() {
        return "card-fraud";
    }

    @Override
    public int trainings() {
        return 1;
    }

    /** The counts of the protocol, a linear model with labels, and three baselines without. */
    @Override
    public List<Figure> plain() {
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("training transactions", split.train().size()));
        figures.add(figure("training frauds", count(split.train(), Transaction::isFraud)));
        figures.add(figure("test transactions", split.test().size()));
        for (int scenario = 1; scenario <= 3; scenario++) {
            int wanted = scenario;
            figures.add(figure("test frauds, scenario " + scenario, count(split.test(), t -> t.scenario() == wanted)));
        }
        LogisticRegression linear = linear(aggregates);
        figures.addAll(withLabels("logistic regression on 15 aggregates", t -> linear.score(aggregates[t.number()])));
        double[] usual = UsualAmount.score(all);
        figures.addAll(withoutLabels("amount's z-score against the own past", t -> usual[t.number()]));
        IsolationForest isolation = new IsolationForest(
                split.train().stream().map(this::withoutLabels).toList(), 1);
        figures.addAll(withoutLabels("isolation forest", t -> isolation.score(withoutLabels(t))));
        double[] cuts = CutForest.score(standardised(), 1);
        int first = split.train().get(0).number();
        figures.addAll(withoutLabels("Random Cut Forest", t -> cuts[t.number() - first]));
        return figures;
    }

    @Override
    public List<Figure> encoder(Trainings trainings, long seed) {
        SelectedRows past = new SelectedRows(new CsvSource(file), CardProtocol::isBeforeTraining);
        Trainings.Taught taught = trainings.get(
                "fdh-card-fraud-seed" + seed,
                layout,
                past,
                Hyperparameters.defaults().withSeed(seed));
        double[][] evidence = OwnEvidence.of(new Scorer(taught.model()), all, Split.FIRST_TRAINING_DAY);
        List<Figure> figures = new ArrayList<>();
        taught.seconds().ifPresent(s -> figures.add(figure("one training, seconds", s)));
        figures.addAll(withoutLabels("encoder, no labels", t -> evidence[t.number()][0]));
        double[][] inputs = inputs(evidence);
        LogisticRegression head = linear(inputs);
        figures.addAll(withLabels("encoder, delayed labels, linear head", t -> head.score(inputs[t.number()])));
        double[] boosted = BoostedTrees.fit(rows(split.train(), inputs), frauds(split.train()), seed)
                .score(rows(split.test(), inputs));
        figures.addAll(withLabels("encoder, delayed labels", boosted));
        return figures;
    }

    /**
     * What the head reads: the 15 aggregates, the evidence against the own past and its pieces, and frauds confirmed at the
     * terminal.
     */
    private double[][] inputs(double[][] evidence) {
        double[][] confirmed = ConfirmedFrauds.of(all);
        double[][] rows = new double[all.size()][];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = Stream.of(aggregates[r], evidence[r], confirmed[r])
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
        }
        return rows;
    }

    /** Learns from the training days and their labels. */
    private LogisticRegression linear(double[][] inputs) {
        return LogisticRegression.fit(rows(split.train(), inputs), frauds(split.train()));
    }

    private static boolean isBeforeTraining(Fields row) {
        return Integer.parseInt(String.valueOf(row.valueAt("t_sec"))) < Split.FIRST_TRAINING_DAY * Transaction.DAY;
    }

    private double[] withoutLabels(Transaction t) {
        return Arrays.copyOf(aggregates[t.number()], Aggregates.WITHOUT_LABELS);
    }

    /** From the first training day on, in units of each input's own deviation. */
    private double[][] standardised() {
        int first = split.train().get(0).number();
        double[][] rows = new double[all.size() - first][Aggregates.WITHOUT_LABELS];
        for (int i = 0; i < Aggregates.WITHOUT_LABELS; i++) {
            int input = i;
            double mean = Arrays.stream(aggregates)
                    .mapToDouble(r -> r[input])
                    .average()
                    .orElse(0);
            double variance = Arrays.stream(aggregates)
                    .mapToDouble(r -> (r[input] - mean) * (r[input] - mean))
                    .average()
                    .orElse(1);
            for (int r = 0; r < rows.length; r++) {
                rows[r][i] = (aggregates[first + r][i] - mean) / Math.sqrt(variance);
            }
        }
        return rows;
    }

    /**
     * Scenarios 1 and 3 against genuine transactions: those that a customer's own past can tell. The same on the training
     * days, which settings may be chosen by.
     */
    private List<Figure> withoutLabels(String method, ToDoubleFunction<Transaction> score) {
        List<Transaction> visible = withoutTerminals(split.test());
        List<Transaction> earlier = withoutTerminals(split.train());
        return List.of(
                figure(method + ": AUC, scenarios 1 and 3", area(visible, score)),
                figure(method + ": AP, scenarios 1 and 3", precision(visible, score)),
                figure(method + ": AUC, scenarios 1 and 3, training days", area(earlier, score)),
                figure(method + ": AP, scenarios 1 and 3, training days", precision(earlier, score)));
    }

    private static List<Transaction> withoutTerminals(List<Transaction> transactions) {
        return transactions.stream().filter(t -> t.scenario() != 2).toList();
    }

    private List<Figure> withLabels(String method, double[] scores) {
        Map<Integer, Double> byNumber = new HashMap<>();
        for (int i = 0; i < scores.length; i++) {
            byNumber.put(split.test().get(i).number(), scores[i]);
        }
        return withLabels(method, t -> byNumber.getOrDefault(t.number(), 0.0));
    }

    private List<Figure> withLabels(String method, ToDoubleFunction<Transaction> score) {
        double[] scores = split.test().stream().mapToDouble(score).toArray();
        List<Transaction> third = split.test().stream()
                .filter(t -> t.scenario() == 0 || t.scenario() == 3)
                .toList();
        return List.of(
                figure(method + ": AUC", area(split.test(), score)),
                figure(method + ": AP", precision(split.test(), score)),
                figure(method + ": CP@100", CardPrecision.of(split.test(), scores, LOOKED_AT)),
                figure(method + ": AP, scenario 3", precision(third, score)));
    }

    private static double area(List<Transaction> transactions, ToDoubleFunction<Transaction> score) {
        return Roc.of(
                        transactions.stream()
                                .filter(Transaction::isFraud)
                                .mapToDouble(score)
                                .toArray(),
                        transactions.stream()
                                .filter(t -> !t.isFraud())
                                .mapToDouble(score)
                                .toArray())
                .area();
    }

    private static double precision(List<Transaction> transactions, ToDoubleFunction<Transaction> score) {
        return AveragePrecision.of(transactions.stream()
                .map(t -> new Scored(score.applyAsDouble(t), t.isFraud()))
                .toList());
    }

    private static List<double[]> rows(List<Transaction> transactions, double[][] inputs) {
        return transactions.stream().map(t -> inputs[t.number()]).toList();
    }

    private static boolean[] frauds(List<Transaction> transactions) {
        boolean[] frauds = new boolean[transactions.size()];
        for (int i = 0; i < frauds.length; i++) {
            frauds[i] = transactions.get(i).isFraud();
        }
        return frauds;
    }

    private static double count(List<Transaction> transactions, Predicate<Transaction> kind) {
        return transactions.stream().filter(kind).count();
    }

    private static Figure figure(String measure, double value) {
        return new Figure("fdh-card-fraud", measure, value);
    }
}
