package dev.twinwatch.stream.control;

import dev.twinwatch.contracts.BundleChunk;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.engine.features.Layout;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the control topic holds of one bundle; its bytes only until it is whole. */
final class Pieces {
    private final String version;
    private final Layout layout;
    private final SortedSet<Integer> present = new TreeSet<>();
    private @Nullable Chunks chunks;
    private @Nullable Control last;
    private String problem = "";
    private Optional<Release.Contents> contents = Optional.empty();

    Pieces(String version, Layout layout) {
        this.version = version;
        this.layout = layout;
    }

    /** Takes a piece as the service does: what is whole and valid stays, whatever comes after it under the same version. */
    void add(int index, Control control, BundleChunk chunk) {
        present.add(index);
        last = control;
        if (contents.isPresent()) {
            return;
        }
        try {
            if (chunks == null) {
                chunks = new Chunks(chunk);
            }
            Optional<byte[]> whole = chunks.add(chunk);
            if (whole.isPresent()) {
                chunks = null;
                contents = Optional.of(Release.Contents.of(BundleCheck.read(layout, whole.get())));
                problem = "";
            }
        } catch (IllegalArgumentException e) {
            refuse(index, String.valueOf(e.getMessage()));
        }
    }

    /** A piece that cannot be used. */
    void refuse(int index, String why) {
        present.add(index);
        if (contents.isEmpty()) {
            chunks = null;
            problem = why;
        }
    }

    /** A piece was taken back; false where none is left. */
    boolean remove(int index) {
        present.remove(index);
        chunks = null;
        contents = Optional.empty();
        return !present.isEmpty();
    }

    /** Which pieces stand on the topic. */
    SortedSet<Integer> present() {
        return new TreeSet<>(present);
    }

    /** As a release that would be in that state if it can be used. */
    Release release(Release.State usable) {
        Optional<Release.Publication> said = Optional.ofNullable(last)
                .map(control -> new Release.Publication(control.getAt(), control.getWho(), control.getWhy()));
        if (contents.isPresent()) {
            return new Release(version, usable, "", said, contents);
        }
        return problem.isEmpty()
                ? new Release(
                        version,
                        Release.State.INCOMPLETE,
                        "pieces are missing, there are " + present.size() + ": publish it again",
                        said,
                        contents)
                : new Release(version, Release.State.REFUSED, problem, said, contents);
    }
}
