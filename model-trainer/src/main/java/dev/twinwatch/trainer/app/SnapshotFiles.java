package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.engine.watch.EncoderKind;
import dev.twinwatch.trainer.training.Snapshots;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a training is, in a file beside the bundle for each stage and encoder, such as {@code model.bundle.first.tcn.training}: what the
 * training depends on, by name, then the state and its sum. Numbers and names alone: reading it loads no class.
 */
public final class SnapshotFiles implements Snapshots {
    private static final String FORMAT = "twinwatch training 1";
    private static final List<String> STAGES = List.of("first", "last");

    private final Path bundle;
    private final Map<String, String> facts;
    private final boolean resume;
    private final long every;
    private final String stage;
    private long kept = System.nanoTime();

    /**
     * Files of one training.
     *
     * @param facts all that the result depends on, by name: a state is used only where they are the same
     * @param resume whether to go on from what lies there
     * @param every nanoseconds from one state to the next
     */
    public SnapshotFiles(Path bundle, Map<String, String> facts, boolean resume, long every) {
        this(bundle, facts, resume, every, STAGES.get(0));
    }

    private SnapshotFiles(Path bundle, Map<String, String> facts, boolean resume, long every, String stage) {
        this.stage = stage;
        this.bundle = bundle;
        this.facts = new TreeMap<>(facts);
        this.resume = resume;
        this.every = every;
    }

    /** The files that an interrupted training of this bundle left. */
    static List<Path> left(Path bundle) {
        return STAGES.stream()
                .flatMap(stage -> Arrays.stream(EncoderKind.values()).map(encoder -> file(bundle, stage, encoder)))
                .filter(Files::exists)
                .toList();
    }

    private static Path file(Path bundle, String stage, EncoderKind encoder) {
        return bundle.resolveSibling(
                bundle.getFileName() + "." + stage + "." + encoder.name().toLowerCase(Locale.ROOT) + ".training");
    }

    @Override
    public Snapshots during(String other) {
        if (!STAGES.contains(other)) {
            throw new IllegalArgumentException("stage is " + other + ", expected one of " + STAGES);
        }
        return new SnapshotFiles(bundle, facts, resume, every, other);
    }

    @Override
    public Optional<byte[]> last(EncoderKind encoder) {
        Path file = file(bundle, stage, encoder);
        return resume && Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private byte[] read(Path file) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            if (!in.readUTF().equals(FORMAT)) {
                throw new IllegalArgumentException(file + " was kept by another release: train anew without --resume");
            }
            Map<String, String> found = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                found.put(in.readUTF(), in.readUTF());
            }
            requireSame(file, found);
            String sum = in.readUTF();
            byte[] state = in.readAllBytes();
            if (!sum.equals(Sha256.of(state))) {
                throw new IllegalArgumentException(file + " was altered: train anew without --resume");
            }
            return state;
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: train anew without --resume", e);
        }
    }

    private void requireSame(Path file, Map<String, String> found) {
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            String then = found.getOrDefault(fact.getKey(), "none");
            if (!then.equals(fact.getValue())) {
                throw new IllegalArgumentException("--resume: " + file + " is of a training whose " + fact.getKey()
                        + " was " + then + ", this one has " + fact.getValue()
                        + ": give the same again, or train anew without --resume");
            }
        }
    }

    @Override
    public boolean isDue() {
        return System.nanoTime() - kept >= every;
    }

    @Override
    public void keep(EncoderKind encoder, byte[] state) {
        try {
            OutFile.of("--out", file(bundle, stage, encoder)).replace(part -> write(part, state));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kept = System.nanoTime();
    }

    private void write(Path file, byte[] state) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeUTF(FORMAT);
            out.writeInt(facts.size());
            for (Map.Entry<String, String> fact : facts.entrySet()) {
                out.writeUTF(fact.getKey());
                out.writeUTF(fact.getValue());
            }
            out.writeUTF(Sha256.of(state));
            out.write(state);
        }
    }

    /** Once the bundle is written nothing is left to go on from. */
    public void delete() throws IOException {
        for (Path file : left(bundle)) {
            Files.deleteIfExists(file);
        }
    }
}
