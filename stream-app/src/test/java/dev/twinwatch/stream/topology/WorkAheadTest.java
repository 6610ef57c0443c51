package dev.twinwatch.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.reading.EventBytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When references are seen by a new model ahead of their next events. */
final class WorkAheadTest {
    private StreamUnderTest stream;
    private StepUnderTest step;

    @BeforeEach
    void open(@TempDir Path folder) {
        stream = new StreamUnderTest(folder);
        step = new StepUnderTest(stream.models);
        step.open();
    }

    @AfterEach
    void close() {
        step.close();
        stream.close();
    }

    @Test
    void nothingMoreIsScheduledWhileTheModelStays() {
        int usual = step.scheduled().size();
        stream.activate(Purchases.bundle(1), 1);
        step.decide(purchase(0));
        letTimePass();

        step.decide(purchase(1));

        assertThat(step.scheduled()).hasSize(usual);
    }

    @Test
    void itIsScheduledWhenAnotherModelDecidesUntilAllReferencesAreSeen() {
        stream.activate(Purchases.bundle(1), 1);
        step.decide(purchase(0));
        letTimePass();
        int usual = step.scheduled().size();
        stream.activate(Purchases.bundle(2), 2);

        step.decide(purchase(1));

        assertThat(step.scheduled()).hasSize(usual + 1);
        letTimePass();
        assertThat(step.scheduled()).hasSize(usual);
    }

    private void letTimePass() {
        step.scheduled().forEach(call -> call.getPunctuator().punctuate(0));
    }

    private Event purchase(int number) {
        byte[] json = StreamUnderTest.asJson("ana", number, "home").getBytes(StandardCharsets.UTF_8);
        Origin origin = new Origin("purchases", 0, number, false);
        return ((Reading.Understood) new EventBytes(Purchases.LAYOUT, stream.registry, 1 << 20).read(json, origin))
                .event();
    }
}
