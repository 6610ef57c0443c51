package dev.twinwatch.trainer.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.cases.LabelledValues;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.trainer.Table;
import dev.twinwatch.trainer.source.Label;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What events of one history are told of frauds among them; times are seconds. */
final class LabelledPassTest {
    private static final long SECOND = 1_000_000;

    private final Layout layout = Layout.of(WatchFile.parse("watch.yaml", """
            watch: tests
            entity: user
            time: {field: at, unit: seconds}
            id: id
            features: [{name: bad-shop, field: shop, as: confirmed-fraud}]
            """));
    private final LabelledValues values = new LabelledValues(layout);

    @Test
    void aFraudIsKnownFromItsMomentOnWhereverItStandsInTheFile() {
        Table events = Table.of("user,at,shop,id", "ana,30,bar,e1", "bob,15,bar,e2", "bob,16,pub,e3");

        pass(label("e2", Label.Kind.FRAUD)).over(events);

        assertThat(frauds("bar", 24)).isZero();
        assertThat(frauds("bar", 25)).isEqualTo((float) Math.log(2));
        assertThat(frauds("pub", 25)).isZero();
    }

    @Test
    void whereOneLabelSaysFraudAndAnotherLegitimateItIsFraud() {
        Table events = Table.of("user,at,shop,id", "bob,15,bar,e2");

        pass(label("e2", Label.Kind.LEGITIMATE), label("e2", Label.Kind.FRAUD)).over(events);

        assertThat(frauds("bar", 25)).isEqualTo((float) Math.log(2));
    }

    private LabelledPass pass(Label... labels) {
        return new LabelledPass(layout, List.of(labels), values);
    }

    private static Label label(String id, Label.Kind kind) {
        return new Label("bob", id, 0, 0, kind, OptionalLong.of(25 * SECOND));
    }

    private float frauds(String shop, long second) {
        return values.confirmed(layout.watch().features().get(0), 0, Hash64.of(shop), second * SECOND)
                .number();
    }
}
