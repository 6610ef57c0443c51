package dev.twinwatch.stream.control;

import dev.twinwatch.contracts.ModelPointer;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.control.RefusedReleaseException.Reason;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.kafka.WholeTopic;
import dev.twinwatch.stream.settings.Settings;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is published of a watch, and which of it is live, as the control topic said when it was read. */
public final class Releases {
    /** Fewer digits would name too much. */
    private static final int LEAST_DIGITS = 4;

    private final Optional<ModelPointer> pointer;
    private final Map<String, Release> byVersion;
    private final Map<String, SortedSet<Integer>> pieces;

    private Releases(
            Optional<ModelPointer> pointer, Map<String, Release> byVersion, Map<String, SortedSet<Integer>> pieces) {
        this.pointer = pointer;
        this.byVersion = byVersion;
        this.pieces = pieces;
    }

    /**
     * Reads the whole topic as it is now.
     *
     * @throws IllegalStateException where the last pointer on it cannot be read
     */
    public static Releases read(Settings settings, SchemaRegistry registry) {
        ReleaseReader reader = new ReleaseReader(Layout.of(settings.watch()), registry);
        new WholeTopic(new Clients(settings), settings.topics().control()).read(reader::take);
        return reader.found();
    }

    /** With what the topic holds of each bundle, in the order in which they were published first. */
    static Releases of(Optional<ModelPointer> pointer, Map<String, Pieces> bundles) {
        Map<String, Release> byVersion = new LinkedHashMap<>();
        Map<String, SortedSet<Integer>> pieces = new LinkedHashMap<>();
        bundles.forEach((version, found) -> {
            byVersion.put(version, found.release(state(pointer, version)));
            pieces.put(version, found.present());
        });
        named(pointer)
                .forEach(version -> byVersion.computeIfAbsent(
                        version,
                        missing -> new Release(
                                missing,
                                Release.State.INCOMPLETE,
                                "nothing of its bundle is on the topic: publish it again",
                                Optional.empty(),
                                Optional.empty())));
        return new Releases(pointer, byVersion, pieces);
    }

    private static Stream<String> named(Optional<ModelPointer> pointer) {
        return pointer.stream()
                .flatMap(now -> Stream.of(now.getLive(), now.getShadow()))
                .filter(Objects::nonNull);
    }

    private static Release.State state(Optional<ModelPointer> pointer, String version) {
        if (version.equals(pointer.map(ModelPointer::getLive).orElse(null))) {
            return Release.State.LIVE;
        }
        if (version.equals(pointer.map(ModelPointer::getShadow).orElse(null))) {
            return Release.State.SHADOW;
        }
        return version.equals(pointer.map(ModelPointer::getPrevious).orElse(null))
                ? Release.State.PREVIOUS
                : Release.State.KEPT;
    }

    /** Counts the changes of the pointer; 0 where there is none yet. */
    public long epoch() {
        return pointer.map(ModelPointer::getEpoch).orElse(0L);
    }

    /** SHA-256 of the bundle that decides; empty where none does. */
    public Optional<String> live() {
        return pointer.map(ModelPointer::getLive);
    }

    /** SHA-256 of the bundle that scores along; empty where none does. */
    public Optional<String> shadow() {
        return pointer.map(ModelPointer::getShadow);
    }

    /** SHA-256 of the bundle that decided before, to which a rollback goes; empty where there was none. */
    public Optional<String> previous() {
        return pointer.map(ModelPointer::getPrevious);
    }

    /** All of them, what was published last first. */
    public List<Release> all() {
        return byVersion.values().stream()
                .sorted(Comparator.comparing((Release release) ->
                                release.said().map(Release.Publication::at).orElse(Instant.MAX))
                        .reversed())
                .toList();
    }

    /**
     * One of them.
     *
     * @param name `live`, `shadow`, `previous`, or the first digits of its version, at least 4
     * @throws RefusedReleaseException where it names none, or more than one
     */
    public Release named(String name) {
        return switch (name) {
            case "live" -> of(name, live());
            case "shadow" -> of(name, shadow());
            case "previous" -> of(name, previous());
            default -> byDigits(name);
        };
    }

    private Release of(String name, Optional<String> version) {
        return byDigits(version.orElseThrow(() -> new RefusedReleaseException(
                Reason.UNKNOWN, "there is no " + name + " model", ": `twinwatch models list` shows which there are")));
    }

    private Release byDigits(String digits) {
        if (digits.length() < LEAST_DIGITS) {
            throw new RefusedReleaseException(
                    Reason.UNKNOWN,
                    "`" + digits + "` names no model",
                    ": write live, shadow, previous, or at least " + LEAST_DIGITS + " digits of its version");
        }
        List<Release> found = byVersion.values().stream()
                .filter(release -> release.version().startsWith(digits))
                .toList();
        if (found.size() != 1) {
            throw new RefusedReleaseException(
                    Reason.UNKNOWN,
                    found.isEmpty()
                            ? "no model whose version begins with " + digits + " is published"
                            : found.size() + " models have versions that begin with " + digits,
                    found.isEmpty() ? ": `twinwatch models list` shows which are" : ": write more digits");
        }
        return found.get(0);
    }

    /** Keys of its pieces that stand on the topic. */
    List<BundleKey> keys(Release release) {
        return pieces.getOrDefault(release.version(), new TreeSet<>()).stream()
                .map(index -> new BundleKey(release.version(), index))
                .toList();
    }

    /** Whether a version is the live one. */
    boolean isLive(@Nullable String version) {
        return live().filter(live -> live.equals(version)).isPresent();
    }
}
