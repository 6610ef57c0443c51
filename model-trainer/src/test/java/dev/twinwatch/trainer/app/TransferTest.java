package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.bundle.BundleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `train --from`: ten people, then again with another feature. */
final class TransferTest {
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
    private static final String TRAIN = "train --watch ./w.yaml --events ./events.csv --iterations 25 ";

    /** The bundle that others start from; trained once, since no test changes it. */
    private static byte[] old = new byte[0];

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeAll
    static void trainABundle(@TempDir Path elsewhere) throws IOException {
        Terminal before = withTenPeople(elsewhere);
        before.done(TRAIN + "--out ./old");
        old = Files.readAllBytes(before.file("old"));
    }

    @BeforeEach
    void takeTheBundle() throws IOException {
        terminal = withTenPeople(folder);
        Files.write(file("old"), old);
    }

    private static Terminal withTenPeople(Path folder) throws IOException {
        Terminal terminal = new Terminal(folder);
        Files.writeString(terminal.file("w.yaml"), WATCH);
        new People(false).ownSessions(4, 8).to(terminal.file("events.csv"));
        return terminal;
    }

    @Test
    void newWatchStartsFromTheOldOneAndSaysWhatIsNew() throws IOException {
        Files.writeString(file("w.yaml"), WATCH + "  - {name: pause, as: since-previous}\n");

        String printed = terminal.done(TRAIN + "--out ./new --from ./old --freeze embedding");

        String version = BundleFile.read(file("old")).shortVersion();
        assertThat(printed)
                .startsWith("starting from ./old, version " + version
                        + ": weights and scaling of amount, place; at random: what reads pause\n");
        var from = BundleFile.read(file("old")).model();
        var fresh = BundleFile.read(file("new"));
        assertThat(fresh.model().weights().tensors().get("embedding.0"))
                .containsExactly(from.weights().tensors().get("embedding.0"));
        assertThat(fresh.model().scaling().means()[0]).isEqualTo(from.scaling().means()[0]);
        assertThat(fresh.provenance().hyperparameters())
                .containsEntry("from", BundleFile.read(file("old")).version())
                .containsEntry("freeze", "embedding");
    }

    @Test
    void freezingWithoutABundleIsRefused() {
        assertThat(terminal.run(TRAIN + "--out ./new --freeze embedding").printed())
                .isEqualTo(
                        "twinwatch: --freeze embedding keeps what another bundle has learned: name it with --from\n");
    }

    @Test
    void bundleOfAnotherEncoderIsRefused() throws IOException {
        Files.writeString(file("w.yaml"), WATCH.replace("encoder: bag", "encoder: tcn"));

        assertThat(terminal.run(TRAIN + "--out ./new --from ./old").printed())
                .isEqualTo("twinwatch: ./old has a BAG, the watch asks for a TCN: write `encoder: bag`\n");
    }

    @Test
    void watchThatNamesNoEncoderTakesTheOneOfTheBundle() throws IOException {
        Files.writeString(file("w.yaml"), WATCH.replace("encoder: bag\n", ""));

        terminal.done(TRAIN + "--out ./new --from ./old");

        assertThat(BundleFile.read(file("new")).model().spec())
                .isEqualTo(BundleFile.read(file("old")).model().spec());
    }

    private Path file(String name) {
        return terminal.file(name);
    }
}
