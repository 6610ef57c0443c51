package dev.twinwatch.sandbox.demo;

import dev.twinwatch.sandbox.demo.recording.Recording;
import dev.twinwatch.sandbox.demo.screen.Pace;
import dev.twinwatch.sandbox.demo.screen.Screen;
import dev.twinwatch.trainer.app.Training;
import dev.twinwatch.trainer.training.Hyperparameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** The model of a demo: trained once, then taken from its folder. */
final class DemoModel {
    private final DemoFolder folder;
    private final Screen screen;
    private final Hyperparameters training;

    DemoModel(DemoFolder folder, Screen screen, Hyperparameters training) {
        this.folder = folder;
        this.screen = screen;
        this.training = training;
    }

    /** The bundle, and the seconds of its training: 0 where an earlier run trained it. */
    Screen.Timed<byte[]> of(Recording recording, long seed) throws Exception {
        if (Files.exists(folder.bundle())) {
            screen.line("          model of the earlier run taken up, nothing is trained again");
            return new Screen.Timed<>(Files.readAllBytes(folder.bundle()), 0);
        }
        String words = String.format(
                Locale.ROOT,
                "trained on the first %,d events",
                recording.history().size());
        return screen.step(words, () -> train(recording, seed));
    }

    private byte[] train(Recording recording, long seed) throws IOException {
        Pace pace = new Pace();
        byte[] bundle = new Training(recording.layout(), training.withSeed(seed))
                .run(
                        Histories.of(recording),
                        (iteration, of, loss, validation) -> screen.progress(
                                String.format(Locale.ROOT, "          training: batch %d of at most %d", iteration, of),
                                pace.atMost(iteration, of)))
                .bundle();
        // All or nothing, since its presence says that nothing is to be trained.
        Path half = folder.bundle().resolveSibling("model.bundle.new");
        Files.write(half, bundle);
        Files.move(half, folder.bundle(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return bundle;
    }
}
