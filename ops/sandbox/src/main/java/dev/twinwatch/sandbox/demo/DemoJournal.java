package dev.twinwatch.sandbox.demo;

import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.sandbox.demo.recording.Recording;
import dev.twinwatch.sandbox.startup.StartupException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * How far the demo of a folder has come, so that the next run goes on from there: which events it is about, and which
 * model it published. Which events were sent and judged is not here: the topics say so.
 */
final class DemoJournal {
    private static final String WORDS = "scenario";
    private static final String EVENTS = "events.sha256";
    private static final String MODEL = "model.published";

    private final Path file;
    private final Properties entries = new Properties();

    private DemoJournal(Path file) {
        this.file = file;
    }

    /** Reads it; empty where there is none yet. */
    static DemoJournal in(DemoFolder folder) {
        DemoJournal journal = new DemoJournal(folder.journal());
        try {
            if (Files.exists(journal.file)) {
                journal.entries.load(new StringReader(Files.readString(journal.file)));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new StartupException(
                    journal.file + " cannot be read (" + e + "): choose another folder with --data", e);
        }
        return journal;
    }

    /**
     * Notes what is sent, or sees that it is the same as before.
     *
     * @throws StartupException if the folder is of a demo with other events
     */
    void about(String words, Recording recording) {
        String sha256 = recording.sha256();
        String before = entries.getProperty(EVENTS, sha256);
        if (!before.equals(sha256)) {
            throw new StartupException("data folder " + file.getParent() + " is of a demo with other events ("
                    + entries.getProperty(WORDS) + "): give the options of that demo, or choose an empty folder");
        }
        entries.setProperty(WORDS, words);
        entries.setProperty(EVENTS, sha256);
        write();
    }

    /** Whether this model was published by an earlier run. */
    boolean hasPublished(byte[] bundle) {
        return Sha256.of(bundle).equals(entries.getProperty(MODEL));
    }

    void published(byte[] bundle) {
        entries.setProperty(MODEL, Sha256.of(bundle));
        write();
    }

    /** All or nothing: a run that is killed meanwhile leaves the entries of before. */
    private void write() {
        try {
            StringWriter text = new StringWriter();
            entries.store(text, "How far this demo has come.");
            Path half = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(half, text.toString());
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: free disk space", e);
        }
    }
}
