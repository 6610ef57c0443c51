package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.trainer.history.History;
import dev.twinwatch.trainer.history.HistoryReader;
import dev.twinwatch.trainer.training.Hyperparameters;
import dev.twinwatch.trainer.training.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A training that ends in the middle, by an exception as by a kill, and the one that goes on with it. */
final class ResumeTest {
    private static final String WATCH = """
            watch: people
            entity: user
            time: {field: at, unit: ordinal}
            sequence: {length: 8, minimum: 3, by: session}
            encoder: bag
            features:
              - {name: amount, field: amount, as: number, scale: log}
              - {name: place,  field: place,  as: category, buckets: 64}
            """;
    private static final String TRAIN = "train --watch ./w.yaml --events ./events.csv --out ./model ";
    private static final Hyperparameters SETTINGS =
            Hyperparameters.defaults().withIterations(100).with("dropout", ".2").with("inputNoise", ".2");

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void writeWatchAndEvents() throws IOException {
        terminal = new Terminal(folder);
        Files.writeString(file("w.yaml"), WATCH);
        new People(false).ownSessions(4, 8).to(file("events.csv"));
    }

    @ParameterizedTest(name = "after {0} of 8 checks, {1}")
    @CsvSource({"2, model.first.bag.training", "6, model.last.bag.training"})
    void bundleOfAnInterruptedTrainingIsTheOneOfATrainingInOneGo(int checks, String kept) throws IOException {
        byte[] inOneGo =
                new Training(layout(), SETTINGS).run(history(), Progress.SILENT).bundle();
        interruptAfter(checks);
        assertThat(file(kept)).exists();
        AtomicInteger left = new AtomicInteger();

        byte[] resumed = training(true)
                .run(history(), (iteration, of, loss, error) -> left.incrementAndGet())
                .bundle();

        assertThat(left).hasValue(8 - checks);
        assertThat(resumed).isEqualTo(inOneGo);
    }

    @Test
    void commandThatFailedAtTheEndGoesOnFromThereAndLeavesNothingBeside() throws IOException {
        String train = TRAIN + "--iterations 50 --keep-every 0 ";
        terminal.done(train);
        byte[] inOneGo = Files.readAllBytes(file("model"));
        // the bundle cannot be written where a folder has its name while it grows
        Files.createDirectories(file("model.part/full"));
        assertThat(terminal.run(train).status()).isEqualTo(1);
        assertThat(file("model.first.bag.training")).exists();
        Files.delete(file("model.part/full"));
        Files.delete(file("model.part"));

        String printed = terminal.done(train + "--resume");

        assertThat(printed).doesNotContain("training 50 of at most 50");
        assertThat(Files.readAllBytes(file("model"))).isEqualTo(inOneGo);
        assertThat(file("model.first.bag.training")).doesNotExist();
    }

    @Test
    void nothingToGoOnFromIsToldBeforeTheEventsAreRead() {
        assertThat(terminal.run(TRAIN + "--resume").printed())
                .isEqualTo(
                        "twinwatch: --resume: beside ./model lies no interrupted training: leave --resume out to train"
                                + " anew\n");
    }

    @Test
    void otherSettingsAreRefused() throws IOException {
        interruptAfter(1);

        assertThatThrownBy(() -> new Training(layout(), SETTINGS)
                        .keeping(new SnapshotFiles(file("model"), Map.of("seed", "2"), true, 0))
                        .run(history(), Progress.SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--resume: " + file("model.first.bag.training")
                        + " is of a training whose seed was 1, this one has"
                        + " 2: give the same again, or train anew without --resume");
    }

    @Test
    void alteredFileIsRefused() throws IOException {
        interruptAfter(1);
        byte[] bytes = Files.readAllBytes(file("model.first.bag.training"));
        bytes[bytes.length - 1] ^= 1;
        Files.write(file("model.first.bag.training"), bytes);

        assertThatThrownBy(() -> training(true).run(history(), Progress.SILENT))
                .hasMessage(file("model.first.bag.training") + " was altered: train anew without --resume");
    }

    @Test
    void trainingAnewSaysThatItCouldHaveGoneOn() throws IOException {
        interruptAfter(1);

        assertThat(terminal.done(TRAIN + "--iterations 25"))
                .startsWith("training anew; --resume would have gone on with ./model.first.bag.training\n");
        assertThat(file("model.first.bag.training")).doesNotExist();
    }

    private void interruptAfter(int checks) {
        AtomicInteger told = new AtomicInteger();
        Progress interruption = (iteration, of, loss, error) -> {
            if (told.getAndIncrement() == checks) {
                throw new IllegalStateException("killed");
            }
        };
        assertThatThrownBy(() -> training(false).run(history(), interruption)).hasMessage("killed");
    }

    private Training training(boolean resume) {
        return new Training(layout(), SETTINGS)
                .keeping(new SnapshotFiles(file("model"), Map.of("seed", "1"), resume, 0));
    }

    private Layout layout() {
        return Layout.of(WatchFile.parse("w.yaml", WATCH));
    }

    private History history() {
        return HistoryReader.read(new dev.twinwatch.trainer.source.CsvSource(file("events.csv")), layout());
    }

    private Path file(String name) {
        return terminal.file(name);
    }
}
