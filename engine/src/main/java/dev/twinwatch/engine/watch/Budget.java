package dev.twinwatch.engine.watch;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many alerts people can look at, whatever the evidence.
 *
 * @param alerts for each one of what is counted, over 0
 * @param per what is counted
 */
public record Budget(double alerts, Per per) {
    /** As a watch has it. */
    public static final String EXAMPLES = "`20 per day`, `1 per 1000 entities per day` or `1 per 10000 events`";

    private static final int MILLION = 1_000_000;
    private static final Pattern TEXT = Pattern.compile(
            "([0-9]{1,9}(?:\\.[0-9]{1,9})?) per (?:(day)|([0-9]{1,15}) entities per day|([0-9]{1,15}) events)");

    /** What alerts are counted by. */
    public enum Per {
        /** Events; fewer than one alert each. */
        EVENT,
        /** Entities that have events on a day. */
        ENTITY_A_DAY,
        /** Days. */
        DAY;

        /** Whether it needs to know how much happens on a day. */
        public boolean needsDays() {
            return this != EVENT;
        }
    }

    public Budget {
        if (!(alerts > 0 && Double.isFinite(alerts)) || (per == Per.EVENT && alerts >= 1)) {
            throw new IllegalArgumentException("alerts.budget is " + alerts + " for each " + per
                    + ", expected over 0 and less than one alert an event: write for example " + EXAMPLES);
        }
    }

    /** Reads a text such as {@link #EXAMPLES}; empty where it is none. */
    public static Optional<Budget> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double alerts = Double.parseDouble(matcher.group(1));
        Per per = matcher.group(2) != null ? Per.DAY : matcher.group(3) != null ? Per.ENTITY_A_DAY : Per.EVENT;
        long of = per == Per.DAY ? 1 : Long.parseLong(per == Per.EVENT ? matcher.group(4) : matcher.group(3));
        boolean possible = alerts > 0 && of > 0 && (per != Per.EVENT || alerts < of);
        return possible ? Optional.of(new Budget(alerts / of, per)) : Optional.empty();
    }

    /** As a watch has it. */
    public String text() {
        return per == Per.DAY
                ? plain(alerts) + " per day"
                : share() + (per == Per.EVENT ? " events" : " entities per day");
    }

    private String share() {
        long of = Math.round(1 / alerts);
        return Math.abs(of * alerts - 1) < 1e-9 ? "1 per " + of : plain(alerts * MILLION) + " per " + MILLION;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number)
                .round(new MathContext(9))
                .stripTrailingZeros()
                .toPlainString();
    }

    /**
     * Alerts per event.
     *
     * @param rates of the history; empty where it has no days
     * @throws IllegalArgumentException where they are needed and unknown, or there would be an alert at every event
     */
    public double perEvent(Optional<Rates> rates) {
        if (!per.needsDays()) {
            return alerts;
        }
        Rates known = rates.orElseThrow(() -> new IllegalArgumentException("alerts.budget counts by days, and of these"
                + " events it is not known how many come on a day: write `1 per 10000 events`, or train with a history of"
                + " two days or more whose time has a calendar"));
        double perDay = alerts * (per == Per.DAY ? 1 : known.entitiesPerDay());
        if (perDay >= known.eventsPerDay()) {
            throw new IllegalArgumentException("alerts.budget is " + perDay + " alerts a day, the history has "
                    + known.eventsPerDay() + " events a day: ask for fewer");
        }
        return perDay / known.eventsPerDay();
    }
}
