package dev.twinwatch.trainer.inspection;

import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A feature that reads the time alone.
 *
 * @param feature the feature
 * @param why why it can say something
 */
record CalendarFeature(FeatureSpec feature, String why) {
    private static final double DAY = 86_400e6;
    private static final long HOUR = 3_600_000_000L;

    static List<CalendarFeature> of(Optional<TimeChoice> chosen, Habits habits) {
        if (chosen.isEmpty()) {
            return List.of();
        }
        TimeChoice time = chosen.get();
        Sample pauses = habits.pauses();
        double[] usual = pauses.quantiles(.25, .5, .75);
        List<CalendarFeature> features = new ArrayList<>();
        double days = ((double) habits.to() - habits.from()) / DAY;
        // Times that all are full days say nothing about hours
        boolean hours =
                time.hasCalendar() && !(wholeDays(habits.from()) && wholeDays(habits.to()) && usual[0] % DAY == 0);
        String start = time.since1970() ? "" : "; right only if the unknown start of the count was a midnight";
        if (hours && days >= 2) {
            features.add(
                    feature("hour", FeatureKind.TIME_OF_DAY, "the events span " + Math.round(days) + " days" + start));
        }
        if (time.since1970() && days >= 14) {
            features.add(
                    feature("weekday", FeatureKind.DAY_OF_WEEK, "the events span " + Math.round(days / 7) + " weeks"));
        }
        if (pauses.seen() > 0 && pauses.least() < pauses.most()) {
            String unit = time.hasCalendar()
                    ? Words.pause(usual[0]) + " to " + Words.pause(usual[2])
                    : Words.number(usual[0]) + " to " + Words.number(usual[2]) + " positions";
            features.add(feature(
                    "pause", FeatureKind.SINCE_PREVIOUS, "half of the pauses between events of one are " + unit));
        }
        return features;
    }

    private static boolean wholeDays(long micros) {
        return micros % (24 * HOUR) == 0;
    }

    private static CalendarFeature feature(String name, FeatureKind kind, String why) {
        return new CalendarFeature(FeatureSpec.of(name, kind, ""), why);
    }
}
