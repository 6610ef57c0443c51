package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.drift.UsualTraffic;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Scaling;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.network.Weights;
import dev.twinwatch.engine.watch.Rates;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a trained encoder into a model that decides: fits the ratios, then fusion and limit on whole histories of entities
 * held out of training, undisturbed and with other entities' stretches put in, run through the detector of the service.
 *
 * <p>How it does is measured on entities that neither encoder nor fit has seen: the fit is made twice more, each time
 * without one half of the held-out entities, and tried on that half. Only the half-life, one of three, is not chosen anew.
 */
public final class Calibration {
    /** Entities held out under which none are, since ratios of fewer say nothing. */
    public static final int LEAST_HELD_OUT = 4;

    /** Of so many entities with enough events, some are held out; of fewer, too few would be left to learn from. */
    public static final int LEAST_TO_SPLIT = 2 * LEAST_HELD_OUT;

    private static final double SLOWEST = 15;
    /** References after which one counts half: how fast honest behaviour moves on differs from stream to stream. */
    private static final List<Double> FASTER = List.of(8.0, 3.0);
    /** A faster one forgets much: its error has to be less by this share. */
    private static final double CLEARLY = 0.1;

    private final Layout layout;
    private final List<EntityHistory> everybody;
    private final List<EntityHistory> all;
    private final boolean inSample;
    private final Rehearsal rehearsal;
    private final Confirmed confirmed;
    private final double perEvent;

    /**
     * For the histories of one watch.
     *
     * @param all every entity
     * @param heldOut those that the encoder never saw; with fewer than {@value #LEAST_HELD_OUT}, all entities calibrate.
     *     Of either, an {@link Excerpt} takes part where there are many
     * @param rates what happens on a usual day, for a budget that counts by days
     */
    public Calibration(
            Layout layout, List<EntityHistory> all, List<EntityHistory> heldOut, long seed, Optional<Rates> rates) {
        this(layout, all, heldOut, seed, rates, Confirmed.NONE);
    }

    /** The same with frauds that labels confirmed. */
    public Calibration(
            Layout layout,
            List<EntityHistory> all,
            List<EntityHistory> heldOut,
            long seed,
            Optional<Rates> rates,
            Confirmed confirmed) {
        this.confirmed = confirmed;
        this.layout = layout;
        this.perEvent = layout.watch().alerts().budget().perEvent(rates);
        Excerpt excerpt = new Excerpt(layout, seed);
        this.everybody = List.copyOf(all);
        this.all = excerpt.of(all);
        this.inSample = heldOut.size() < LEAST_HELD_OUT;
        List<EntityHistory> calibrating = inSample ? this.all : excerpt.of(heldOut);
        this.rehearsal = new Rehearsal(
                layout, calibrating, Takeovers.simulate(layout, calibrating, this.all, seed), confirmed.labels());
    }

    /** Calibrates an encoder. */
    public Calibrated calibrate(Scaling scaling, EncoderSpec spec, Weights weights) {
        ModelFit fit = new ModelFit(layout, all, rehearsal, confirmed);
        EvidenceModel placed = fit.ratios(scaling, spec, weights, SLOWEST);
        List<ModelFit.Apart> apart = fit.apart(placed);
        EvidenceModel fused = fit.fused(placed, apart);
        double error = rehearsal.error(fused);
        for (double references : FASTER) {
            EvidenceModel faster = fit.fused(placed.halvingAfter(references), apart);
            double fasterError = rehearsal.error(faster);
            if (fasterError < (1 - CLEARLY) * error) {
                fused = faster;
                error = fasterError;
            }
        }
        Limited limited = new Limits(layout, all, rehearsal, perEvent).limited(fused);
        EvidenceModel model = limited.model();
        List<Panel> panels = inSample ? List.of(new Panel(model, rehearsal.honest())) : panelsApart(model);
        Measured measured = panels.stream()
                .map(panel -> rehearsal.of(panel.names()).measure(panel.model()))
                .reduce(Measured.NOTHING, Measured::plus);
        return new Calibrated(
                model,
                limited.curve(),
                inSample,
                measured.takeovers(),
                measured.caught(),
                measured.honestEvents(),
                measured.falseAlerts(),
                measured.equalErrorRate(),
                panels);
    }

    /**
     * Gives an encoder that was taught with all entities what was found with one that was not: half-life and fusion as they
     * are, ratios and cohort made anew, and a limit that keeps the budget.
     */
    public Limited carryOver(Calibrated before, Scaling scaling, EncoderSpec spec, Weights weights) {
        EvidenceModel calibrated = before.model();
        ModelFit fit = new ModelFit(layout, all, rehearsal);
        EvidenceModel taught = fit.ratiosOfTaught(scaling, spec, weights, calibrated);
        return new Limits(layout, all, rehearsal, perEvent)
                .limitedOfTaught(before.curve(), taught.calibrated(calibrated.fusion(), Double.MAX_VALUE));
    }

    /**
     * What drift is measured against; empty where the history has too little of entities that are known well.
     *
     * @param model that goes into the bundle
     * @param taughtByAll whether nobody was held out of its last lesson: the service will mostly meet those who taught it
     */
    public Optional<UsualTraffic> usualTraffic(EvidenceModel model, boolean taughtByAll) {
        return new UsualFit(layout, everybody).fit(model, taughtByAll ? rehearsal.ofOthers(layout, all) : rehearsal);
    }

    /** Each half of the held-out entities with a model whose fit has not seen them. */
    private List<Panel> panelsApart(EvidenceModel model) {
        List<Panel> panels = new ArrayList<>();
        for (Set<String> judges : rehearsal.halves()) {
            List<EntityHistory> others =
                    all.stream().filter(h -> !judges.contains(h.entity())).toList();
            Rehearsal apart = rehearsal.without(judges);
            ModelFit fit = new ModelFit(layout, others, apart, confirmed.without(judges));
            EvidenceModel placed = fit.ratios(model.scaling(), model.spec(), model.weights(), model.halfLife());
            panels.add(new Panel(
                    new Limits(layout, others, apart, perEvent)
                            .limited(fit.fused(placed, fit.apart(placed)))
                            .model(),
                    rehearsal.of(judges).honest()));
        }
        return panels;
    }
}
