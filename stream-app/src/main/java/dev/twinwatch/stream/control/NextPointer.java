package dev.twinwatch.stream.control;

import dev.twinwatch.contracts.ModelPointer;
import dev.twinwatch.engine.bundle.Provenance;
import dev.twinwatch.stream.control.RefusedReleaseException.Reason;
import dev.twinwatch.stream.settings.ReleaseGates;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides how the pointer goes on from what is published now; refuses with a {@link RefusedReleaseException}. */
final class NextPointer {
    private static final String SHADOW = "shadow";

    private final Releases now;
    private final ReleaseGates gates;
    private final Terms terms;

    /** After a look whether this is still what the caller decided upon. */
    NextPointer(Releases now, ReleaseGates gates, Terms terms) {
        if (terms.expectedEpoch().isPresent() && terms.expectedEpoch().getAsLong() != now.epoch()) {
            throw new RefusedReleaseException(
                    Reason.OUTDATED,
                    "somebody else changed what is live: it has epoch " + now.epoch() + ", expected "
                            + terms.expectedEpoch().getAsLong() + ", nothing was changed",
                    "; look at `twinwatch models list`, then ask again if still needed");
        }
        this.now = now;
        this.gates = gates;
        this.terms = terms;
    }

    /** A bundle that is published with this change, in its place. */
    PointerStep published(Place place, String version, Provenance provenance) {
        return place == Place.LIVE ? live(version, provenance) : shadow(version);
    }

    /** A bundle that is published already becomes the live one. */
    PointerStep promoted(String name) {
        Release release = now.named(name);
        if (now.isLive(release.version())) {
            throw new RefusedReleaseException(
                    Reason.IN_THE_WAY, "model " + release.shortVersion() + " is live already", "");
        }
        return live(release.version(), release.usable().provenance());
    }

    /** A bundle that is published already scores along. */
    PointerStep shadowed(String name) {
        Release release = now.named(name);
        release.usable();
        return shadow(release.version());
    }

    /** Nothing scores along any more. */
    PointerStep unshadowed() {
        String live = now.live().orElse(null);
        String along = now.shadow().orElse(null);
        if (live == null || along == null) {
            throw new RefusedReleaseException(
                    Reason.IN_THE_WAY, "there is no shadow model", ": `twinwatch models list` shows which there are");
        }
        ModelPointer after =
                new ModelPointer(live, null, now.epoch() + 1, now.previous().orElse(null));
        return new PointerStep(after, along, SHADOW, along, null, terms.why(), "");
    }

    /** The one before is live again, whatever the gates say. */
    PointerStep rolledBack() {
        if (now.previous().isEmpty()) {
            throw new RefusedReleaseException(
                    Reason.IN_THE_WAY,
                    "there is nothing to roll back to: no other model was live before",
                    "; promote one of `twinwatch models list`");
        }
        Release release = now.named("previous");
        release.usable();
        return toLive(release.version(), terms.why(), "");
    }

    /** A bundle that nobody needs. */
    Release retirable(String name) {
        Release release = now.named(name);
        if (now.isLive(release.version())) {
            throw new RefusedReleaseException(
                    Reason.IN_THE_WAY,
                    "model " + release.shortVersion() + " is live",
                    ": promote another one first, then retire it");
        }
        if (now.shadow().filter(release.version()::equals).isPresent()) {
            throw new RefusedReleaseException(
                    Reason.IN_THE_WAY,
                    "model " + release.shortVersion() + " is the shadow",
                    ": promote it, or end it with `twinwatch models shadow none`, then retire it");
        }
        if (!terms.forced() && now.previous().filter(release.version()::equals).isPresent()) {
            throw new RefusedReleaseException(
                    Reason.IN_THE_WAY,
                    "model " + release.shortVersion() + " was live before, so that a rollback goes there",
                    ": retire it after the next change, or with --force");
        }
        return release;
    }

    private PointerStep live(String version, Provenance candidate) {
        Optional<Release> live = now.live().map(now::named);
        if (live.isEmpty() || now.isLive(version)) {
            return toLive(version, terms.why(), "");
        }
        if (live.get().contents().isEmpty()) {
            return toLive(version, terms.why(), "not judged, since the live one cannot be used");
        }
        Judgement judgement = Judgement.of(gates, live.get().usable().provenance(), candidate);
        if (judgement.worse().isEmpty()) {
            return toLive(version, terms.why(), judgement.note());
        }
        String worse = String.join("; ", judgement.worse());
        if (!terms.forced()) {
            throw new RefusedReleaseException(
                    Reason.WORSE,
                    "model " + Release.shortened(version) + " is worse than the live one: " + worse
                            + "; nothing was changed",
                    ", --force takes it all the same");
        }
        String why = Stream.of(terms.why(), "forced, although " + worse)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return toLive(version, why, "forced, although " + worse);
    }

    private PointerStep toLive(String version, String why, String note) {
        @Nullable String before = now.live().orElse(null);
        @Nullable
        String shadow = now.shadow().filter(along -> !along.equals(version)).orElse(null);
        @Nullable String previous = now.isLive(version) ? now.previous().orElse(null) : before;
        ModelPointer after = new ModelPointer(version, shadow, now.epoch() + 1, previous);
        return new PointerStep(after, version, NewestPointer.KEY, before, version, why, note);
    }

    private PointerStep shadow(String version) {
        String live = now.live()
                .orElseThrow(() -> new RefusedReleaseException(
                        Reason.IN_THE_WAY,
                        "no model is live yet, so that a shadow could be compared with nothing",
                        ": publish this one as the live model first"));
        if (live.equals(version)) {
            throw new RefusedReleaseException(
                    Reason.IN_THE_WAY,
                    "model " + Release.shortened(version) + " is live, so that it cannot be the shadow",
                    ": publish another one, or roll back first");
        }
        ModelPointer after =
                new ModelPointer(live, version, now.epoch() + 1, now.previous().orElse(null));
        return new PointerStep(after, version, SHADOW, now.shadow().orElse(null), version, terms.why(), "");
    }
}
