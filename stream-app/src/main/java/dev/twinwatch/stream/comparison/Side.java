package dev.twinwatch.stream.comparison;

import dev.twinwatch.contracts.Score;
import dev.twinwatch.contracts.ShadowScore;
import org.jspecify.annotations.Nullable;

/** Which of the two models. */
enum Side {
    LIVE {
        @Override
        @Nullable
        String alert(Score score) {
            return score.getAlertId();
        }

        @Override
        double evidence(Score score) {
            Double evidence = score.getEvidence();
            return evidence == null ? Double.NaN : evidence;
        }
    },
    SHADOW {
        @Override
        @Nullable
        String alert(Score score) {
            ShadowScore shadow = score.getShadow();
            return shadow == null ? null : shadow.getAlertId();
        }

        @Override
        double evidence(Score score) {
            ShadowScore shadow = score.getShadow();
            return shadow == null ? Double.NaN : shadow.getEvidence();
        }
    };

    /** The alert to which the event belongs by this model; null for none. */
    abstract @Nullable String alert(Score score);

    /** Log likelihood ratio by this model; NaN where it scored nothing. */
    abstract double evidence(Score score);
}
