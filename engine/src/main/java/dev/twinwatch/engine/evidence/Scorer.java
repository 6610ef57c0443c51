package dev.twinwatch.engine.evidence;

import dev.twinwatch.engine.cases.FraudCase;
import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.engine.features.Inputs;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.network.Encoder;
import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.engine.watch.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Compares windows with references under one model; owns buffers, so one thread at a time. */
public final class Scorer {
    /** Ratios up to about this size count in full. */
    private static final double LINEAR = 4;

    /** No amount counts for more than e to the power of this many times the usual one: stakes alone must not raise alerts. */
    static final double LARGEST_STAKE = 2;

    /** Where the two ratios stand among the inputs of the fusion. */
    private static final int BEHAVIOUR = 0;

    private static final int FIXED = 3;

    private final EvidenceModel model;
    private final Featurizer featurizer;
    private final Encoder encoder;
    private final Inputs inputs;
    private final OwnHistory ownHistory;
    private final int[] categoryFields;
    private final UsedValues used;
    private final Recency recency;
    /** Which dense input is the amount; -1 where all events count alike. */
    private final int amount;
    /** How far apart its logarithms usually are: what brings the input back to a logarithm. */
    private final float amountDeviation;

    private final Supplier<List<FraudCase>> cases;
    private CaseValues caseValues;

    /** A scorer of its own for one thread, that knows of no fraud. */
    public Scorer(EvidenceModel model) {
        this(model, List::of);
    }

    /** A scorer of its own for one thread, with what is known of confirmed frauds whenever it compares. */
    public Scorer(EvidenceModel model, Supplier<List<FraudCase>> cases) {
        this.model = model;
        this.cases = cases;
        this.caseValues = new CaseValues(model, List.of());
        Layout layout = model.layout();
        featurizer = new Featurizer(layout, model.scaling());
        encoder = Encoder.of(model.spec(), model.weights());
        inputs = featurizer.newInputs();
        ownHistory = new OwnHistory(layout);
        recency = new Recency(model.halfLife());
        String amountField = layout.watch().alerts().amount();
        amount = layout.watch().features().stream()
                .filter(feature -> feature.readsAmount(amountField))
                .mapToInt(featurizer::input)
                .findFirst()
                .orElse(-1);
        amountDeviation = amount < 0 ? 0 : model.scaling().deviations()[amount];
        List<FeatureSpec> categories = layout.watch().featuresOf(FeatureKind.CATEGORY);
        categoryFields = categories.stream()
                .mapToInt(f -> layout.categories().indexOf(f.field()))
                .toArray();
        used = new UsedValues(layout.watch().sequence().length());
    }

    /** The model it scores by. */
    public EvidenceModel model() {
        return model;
    }

    /** References made of windows, oldest first, of an entity that is in no cohort. */
    public References references(List<Window> windows) {
        return references(windows, 0, Set.of());
    }

    /** References made of windows, oldest first, of a named entity. */
    public References references(String entity, List<Window> windows) {
        return references(entity, windows, Set.of());
    }

    /**
     * The same of windows that lack some values, since the watch gained them later. What is compared with them must be compared
     * without these, and what would speak of them alone is taken for usual.
     *
     * @param lacking places of these values, as {@link Layout#places()} counts them
     */
    public References references(String entity, List<Window> windows, Set<Integer> lacking) {
        return references(windows, Hash64.of(entity), lacking);
    }

    private References references(List<Window> windows, long entity, Set<Integer> lacking) {
        References references = new References(model, recency, entity, lacking);
        for (Window window : windows) {
            featurizer.fill(window, inputs);
            add(references, window, inputs);
        }
        return references;
    }

    /**
     * Adds a newest reference and forgets those that are not among the kept windows. What the next window is compared with is made
     * at once: by the entity's next event the references have left the caches of the processor, and to fetch them again costs more
     * than the sums.
     */
    public void append(References references, Window newest, List<Window> kept) {
        Inputs rows = references.rows(featurizer);
        featurizer.advance(newest, rows);
        add(references, newest, rows);
        references.keepOnly(kept.stream().map(Window::lastNumber).collect(Collectors.toSet()));
        references.endingBefore(newest.firstNumber() + 1);
    }

    private void add(References references, Window window, Inputs rows) {
        List<UsedValues> values = new ArrayList<>(categoryFields.length);
        for (int field : categoryFields) {
            values.add(used.count(window, field).copy());
        }
        double share = window.events() / (double) rows.length();
        references.add(new Reference(window.lastNumber(), share, place(rows), values));
    }

    /** Embedding of one window. */
    public float[] embed(Window window) {
        featurizer.fill(window, inputs);
        return embed(inputs);
    }

    private float[] embed(Inputs rows) {
        float[] embedding = new float[encoder.dimensions()];
        encoder.encode(rows, embedding);
        return embedding;
    }

    private Placed place(Inputs rows) {
        float[] embedding = embed(rows);
        float[] fixed = rows.denseInputs() == 0
                ? new float[0]
                : model.fixed().project(model.summary().of(rows));
        return new Placed(embedding, model.behaviour().project(embedding), fixed);
    }

    /** The fixed features of a window before any projection: what their ratio is fitted on. */
    public float[] summarise(Window window) {
        featurizer.fill(window, inputs);
        return model.summary().of(inputs).clone();
    }

    /** Compares a window with those references that {@link References#endingBefore} lets count. */
    public Comparison compare(Window window, References references) {
        featurizer.fill(window, inputs);
        return compare(window, references, inputs);
    }

    /**
     * The same for the windows of the entity of the references, in the order of its events: what was read of events that
     * earlier windows had too stays with the references.
     */
    public Comparison compareNext(Window window, References references) {
        Inputs rows = references.rows(featurizer);
        featurizer.advance(window, rows);
        return compare(window, references, rows);
    }

    /**
     * More where new values are like those of confirmed frauds: the evidence for somebody who did it before, or for anybody else.
     * By itself with all references that count; but where those that a person confirmed say by themselves that it is the same entity,
     * with those alone. Behaviour that was new and is legitimate is far from the mean of all, and would be for long.
     */
    private Comparison compare(Window window, References references, Inputs rows) {
        Placed placed = place(rows);
        double alike = casesNow().adds(window);
        Comparison own = compare(window, placed, references, rows);
        Comparison all = alike == 0 ? own : own.moreBy(alike);
        return amount < 0 ? all : all.staking(stake(rows));
    }

    /** Dense inputs of a logarithmic scale are how far the logarithm is from its mean, in deviations. */
    private double stake(Inputs rows) {
        double logarithm = rows.dense(rows.events() - 1, amount) * amountDeviation;
        return Math.max(-LARGEST_STAKE, Math.min(LARGEST_STAKE, logarithm));
    }

    /**
     * The fraud whose new values a window has most of; of several, the one that lies nearest. Every case is placed for it, so
     * that it is for alerts alone.
     */
    public Optional<NearestCase> nearestCase(Window window) {
        CaseValues values = casesNow();
        float[] embedding = embed(window);
        return cases.get().stream()
                .flatMap(one -> one
                        .window()
                        .map(kept -> new NearestCase(
                                one,
                                values.shared(window, one),
                                Distances.between(model.layout().watch().compare(), embedding, embed(kept))))
                        .stream())
                .min(Comparator.comparingInt((NearestCase one) -> -one.shared())
                        .thenComparingDouble(NearestCase::distance));
    }

    private CaseValues casesNow() {
        List<FraudCase> now = cases.get();
        if (!caseValues.isOf(now)) {
            caseValues = new CaseValues(model, now);
        }
        return caseValues;
    }

    private Comparison compare(Window window, Placed placed, References references, Inputs rows) {
        Comparison withAll = compare(window, placed, references.pool(), references, rows);
        if (withAll.evidence() < 0 || references.confirmed().isEmpty()) {
            return withAll;
        }
        Comparison withConfirmed = compare(window, placed, references.confirmed(), references, rows);
        return withConfirmed.evidence() < 0 ? withConfirmed : withAll;
    }

    /** With some of the references. */
    private Comparison compare(Window window, Placed placed, Pool some, References references, Inputs rows) {
        boolean none = some.isEmpty();
        double distance =
                none ? 1 : Distances.between(model.layout().watch().compare(), placed.embedding(), some.embedding);
        double[] values = new double[model.fusion().names().size()];
        if (model.layout().watch().compare() != Metric.LIKELIHOOD_RATIO) {
            values[0] = distance;
        } else if (none) {
            fillWithoutReferences(values, window, placed, rows.length() / (double) window.events());
        } else {
            fill(values, window, placed, some, references.entity(), rows);
            for (int input : references.unknown()) {
                values[input] = model.fusion().usual().get(input);
            }
        }
        double evidence = weight(window, rows) * model.fusion().evidence(values);
        return new Comparison(model.confidence().counted(evidence, some.size()), distance, values);
    }

    /**
     * What the evidence of a window with few events counts for, 0 to 1: it strays further, as the root of their number.
     *
     * <p>Drawn towards 0, a short window of the entity's own comes nearer to a limit below 0, or over it. Such a limit was found on
     * histories with short windows, so that the budget as a whole is kept; windows at the beginning of a sequence spend more of it
     * than full ones. To shift instead, as {@link Confidence} does, calibration would have to find a shift for each number of events,
     * and the bundle to hold them.
     */
    private static double weight(Window window, Inputs rows) {
        return Math.sqrt(window.events() / (double) rows.length());
    }

    /** How far the window lies from what is usual for anyone; what only references could say is taken for usual. */
    private void fillWithoutReferences(double[] values, Window window, Placed placed, double noise) {
        for (int i = 0; i < values.length; i++) {
            values[i] = model.fusion().usual().get(i);
        }
        values[BEHAVIOUR] = damped(model.behaviour().strangeness(placed.behaviour(), noise));
        if (placed.fixed().length > 0) {
            values[FIXED] = damped(model.fixed().strangeness(placed.fixed(), noise));
        }
        ownHistory.fillConfirmed(window, values);
    }

    private void fill(double[] values, Window window, Placed placed, Pool references, long entity, Inputs rows) {
        Pool.Ratios ratios = references.ratios(rows.length() / (double) window.events());
        int next = 0;
        values[next++] = damped(ratios.behaviour().evidence(placed.behaviour()));
        values[next++] = references.distanceToNearest(placed.embedding());
        values[next++] = model.cohort().nearest(placed.embedding(), entity);
        if (rows.denseInputs() > 0) {
            values[next++] = damped(ratios.fixed().evidence(placed.fixed()));
        }
        for (int c = 0; c < categoryFields.length; c++) {
            values[next++] = model.usage().get(c).evidence(used.count(window, categoryFields[c]), references.values[c]);
        }
        ownHistory.fill(window, values, next);
    }

    /**
     * Linear near 0, logarithmic beyond: an honest change of habit moves a ratio as far as a takeover does, so that
     * its size soon says nothing more.
     */
    private static double damped(double ratio) {
        double scaled = ratio / LINEAR;
        return LINEAR * Math.signum(scaled) * Math.log(Math.abs(scaled) + Math.sqrt(scaled * scaled + 1));
    }
}
