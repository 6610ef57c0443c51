package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.trainer.training.Pretrained;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the weights of a training start. */
final class TransferOptions {
    @Option(
            names = "--from",
            paramLabel = "BUNDLE",
            description =
                    "start from the weights of this bundle instead of at random; its watch may be another one that"
                            + " shares features (same name, kind, and scale or buckets): what reads others starts at random")
    private @Nullable Path from;

    @Option(
            names = "--freeze",
            paramLabel = "LAYERS",
            split = ",",
            hideParamSyntax = true,
            description =
                    "with --from: layers, parted by commas, that stay as they are, such as embedding or conv.0; an unknown name is"
                            + " answered with the names of all")
    private Set<String> frozen = new TreeSet<>();

    /** Tells which features the bundle knows; empty without `--from`. */
    Optional<Pretrained> read(Layout layout, PrintWriter terminal) throws IOException {
        if (from == null) {
            if (!frozen.isEmpty()) {
                throw new IllegalArgumentException("--freeze " + String.join(",", frozen)
                        + " keeps what another bundle has learned: name it with --from");
            }
            return Optional.empty();
        }
        Bundle bundle = BundleFile.read(from);
        EvidenceModel model = bundle.model();
        Pretrained old =
                new Pretrained(from.toString(), model.layout(), model.scaling(), model.spec(), model.weights(), frozen);
        old.shape(layout);
        List<String> shared = old.sharedWith(layout);
        List<String> fresh = layout.watch().features().stream()
                .map(FeatureSpec::name)
                .filter(name -> !shared.contains(name))
                .toList();
        terminal.println("starting from " + from + ", version " + bundle.shortVersion() + ": weights and scaling of "
                + String.join(", ", shared)
                + (fresh.isEmpty() ? "" : "; at random: what reads " + String.join(", ", fresh)));
        return Optional.of(old);
    }

    /** What the result depends on here, by name. */
    Map<String, String> facts() throws IOException {
        Map<String, String> facts = new TreeMap<>();
        if (from != null) {
            facts.put("from", FileSum.of(from));
            facts.put("freeze", String.join(",", frozen));
        }
        return facts;
    }
}
