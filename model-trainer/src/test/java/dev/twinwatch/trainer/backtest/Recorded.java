package dev.twinwatch.trainer.backtest;

import dev.twinwatch.trainer.Table;
import dev.twinwatch.trainer.scoring.HandMade;
import dev.twinwatch.trainer.source.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Amounts of users as a source, each event one position after the one before of the same user. */
final class Recorded {
    static final Contestant CONTESTANT = new Contestant(
            "hand-made",
            HandMade.modelByDistance(.5),
            HandMade.BY_DISTANCE.watch().alerts(),
            Optional.empty(),
            Optional.empty());

    private final List<String> rows = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();

    /** So many events of one amount. */
    Recorded add(String user, int events, double amount) {
        for (int i = 0; i < events; i++) {
            rows.add(user + "," + positions.merge(user, 1, Integer::sum) + "," + amount);
        }
        return this;
    }

    /** Goes on after another one. */
    Recorded after(Recorded before) {
        positions.putAll(before.positions);
        return this;
    }

    Table source() {
        return Table.of("user,at,amount", rows.toArray(String[]::new));
    }

    /** The default id of the newest row. */
    String newestId() {
        return "t.csv-0-" + rows.size();
    }

    BacktestResult backtest(Recorded history, Optional<List<Label>> labels) {
        return new Backtest(CONTESTANT, labels, 2, (problem, record) -> {}, Progress.SILENT)
                .run(Optional.of(history.source()), source());
    }
}
