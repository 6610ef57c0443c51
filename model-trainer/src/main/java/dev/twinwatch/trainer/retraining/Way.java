package dev.twinwatch.trainer.retraining;

import java.util.List;
import java.util.Locale;

/** How a candidate is made of a live model; the first one that passes the gates is released. */
public enum Way {
    /** The live model as it is, which learns from labels who defrauds: seconds, and nothing that it can do gets lost. */
    TAUGHT("teaching the live model what labels say"),
    /** Trained on from the weights of the live model, calibrated anew. */
    TUNED("training on from the live model"),
    /** Trained anew. */
    SCRATCH("training from scratch");

    /** Where new labels are the news. */
    public static final List<Way> BY_LABELS = List.of(TAUGHT, TUNED, SCRATCH);
    /** Where behaviour may have moved on. */
    public static final List<Way> BY_EVENTS = List.of(TUNED, SCRATCH, TAUGHT);

    private final String words;

    Way(String words) {
        this.words = words;
    }

    /** What is being done, for people. */
    String words() {
        return words;
    }

    /** Names its figures and files. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
