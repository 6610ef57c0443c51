package dev.twinwatch.engine.drift;

/**
 * How a number usually spreads.
 *
 * @param field path of the field
 * @param bins by its quantiles in training
 * @param shares of genuine events in them
 */
public record UsualNumber(String field, NumberBins bins, Shares shares) {
    public UsualNumber {
        if (bins.size() != shares.size()) {
            throw new IllegalArgumentException("usual values of " + field + " have " + bins.size() + " bins and "
                    + shares.size() + " shares: train again");
        }
    }
}
