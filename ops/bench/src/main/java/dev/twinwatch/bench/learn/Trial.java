package dev.twinwatch.bench.learn;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.trainer.backtest.Backtest;
import dev.twinwatch.trainer.backtest.Contestant;
import dev.twinwatch.trainer.backtest.Progress;
import dev.twinwatch.trainer.backtest.Summary;
import dev.twinwatch.trainer.history.RejectListener;
import java.util.Optional;

/** Holds a model alone, without what people said, against the events of the trial and the truth about them. */
final class Trial {
    private final Town town;

    Trial(Town town) {
        this.town = town;
    }

    Summary of(Bundle bundle) {
        Contestant contestant = new Contestant(
                bundle.shortVersion(),
                bundle.model(),
                bundle.rule(),
                bundle.alerting().rates(),
                Optional.empty());
        return Summary.of(new Backtest(
                        contestant,
                        Optional.of(town.truth()),
                        Runtime.getRuntime().availableProcessors(),
                        RejectListener.NOBODY,
                        Progress.SILENT)
                .run(Optional.of(town.before()), Town.source("the trial", town.trial())));
    }
}
