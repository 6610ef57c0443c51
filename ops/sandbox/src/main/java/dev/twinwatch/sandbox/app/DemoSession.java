package dev.twinwatch.sandbox.app;

import dev.twinwatch.sandbox.demo.Demo;
import dev.twinwatch.sandbox.demo.DemoFolder;
import dev.twinwatch.sandbox.demo.recording.Scenario;
import dev.twinwatch.sandbox.demo.screen.Screen;
import dev.twinwatch.sandbox.startup.StartupException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** One demo to its end, however it ends: by itself, by a failure, or because somebody stops the process. */
final class DemoSession implements AutoCloseable {
    private final DemoFolder folder;
    private final Screen screen;
    private final Demo demo;
    /** Whoever sets it does the rest: the shutdown hook or the thread that runs the demo. */
    private final AtomicBoolean ending = new AtomicBoolean();

    /** From now on a stop of the process is clean. */
    DemoSession(DemoFolder folder, int port, int httpPort, Screen screen) {
        this.folder = folder;
        this.screen = screen;
        this.demo = new Demo(folder, port, httpPort, screen);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopped, "shutdown"));
    }

    /** Runs the demo; what it started goes on running until {@link #close}. */
    Demo.Ended run(Scenario scenario, long seed, Optional<Demo.Comparison> comparison) throws Exception {
        try {
            return demo.run(scenario, seed, comparison);
        } catch (Exception | OutOfMemoryError e) {
            if (ending.getAndSet(true)) {
                // What fails while everything is being stopped is no news.
                untilStopped();
            }
            demo.close();
            if (e instanceof StartupException refusal) {
                folder.removeIfTemporary();
                throw refusal;
            }
            throw new IllegalStateException(Failure.sentence(e) + " (log: " + folder.log() + ")", e);
        }
    }

    /** Waits for the shutdown hook, which ends the process. */
    void untilStopped() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    /** Ctrl-C, or whatever else ends the process before it is done. */
    private void stopped() {
        if (!ending.getAndSet(true)) {
            demo.close();
            screen.line("");
            screen.line("Stopped " + demo.reached() + "; "
                    + (folder.temporary()
                            ? "nothing is kept: give --data DIR to be able to go on."
                            : "the same command goes on from there."));
            folder.removeIfTemporary();
        }
    }

    @Override
    public void close() {
        if (!ending.getAndSet(true)) {
            demo.close();
            folder.removeIfTemporary();
        }
    }
}
