package dev.twinwatch.trainer.training;

import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.watch.EncoderKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The encoders that suit a watch, with their shapes. */
final class EncoderCandidates {
    /** Most multiply-adds that the service may spend on an event: about half a millisecond of one core. */
    static final long MOST_MULTIPLY_ADDS = 2_000_000;

    private static final int DIMENSIONS = 32;
    /** Of a set, and of a bag that reads at least as many categories as numbers: what values go together needs more room. */
    private static final int CATEGORY_DIMENSIONS = 64;

    private final Layout layout;
    private final int denseInputs;
    private final List<Integer> buckets;

    EncoderCandidates(Layout layout, Featurizer featurizer) {
        this.layout = layout;
        this.denseInputs = Featurizer.denseInputs(layout);
        this.buckets = Arrays.stream(featurizer.buckets()).boxed().toList();
    }

    /** The shape of one kind for this watch. */
    EncoderSpec spec(EncoderKind kind) {
        boolean ofCategories = kind == EncoderKind.SET || (kind == EncoderKind.BAG && buckets.size() >= denseInputs);
        return EncoderSpec.of(
                kind,
                layout.watch().sequence().length(),
                denseInputs,
                buckets,
                ofCategories ? CATEGORY_DIMENSIONS : DIMENSIONS);
    }

    /** The one to take where nothing can be compared: convolutions where sequences end, as order counts in those. */
    EncoderSpec usual() {
        return spec(layout.watch().sequence().ends() ? EncoderKind.TCN : EncoderKind.BAG);
    }

    /** Bag and tcn, set where there are no numbers, lstm where sequences end, mlp where their events align by position; none over the cost, but a bag. */
    List<EncoderSpec> of(TrainingWindows windows) {
        List<EncoderKind> kinds = new ArrayList<>(List.of(EncoderKind.TCN));
        if (denseInputs == 0) {
            kinds.add(EncoderKind.SET);
        }
        if (layout.watch().sequence().ends()) {
            kinds.add(EncoderKind.LSTM);
            if (Mixing.suits(windows)) {
                kinds.add(EncoderKind.MLP);
            }
        }
        List<EncoderSpec> specs = new ArrayList<>(List.of(spec(EncoderKind.BAG)));
        kinds.stream()
                .map(this::spec)
                .filter(spec -> spec.multiplyAdds() <= MOST_MULTIPLY_ADDS)
                .forEach(specs::add);
        return specs;
    }
}
