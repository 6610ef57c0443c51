package dev.twinwatch.engine.drift;

/**
 * How the values of a category usually spread.
 *
 * @param field path of the field
 * @param bins by how common the values were in training
 * @param shares of genuine events in them
 */
public record UsualCategory(String field, CategoryBins bins, Shares shares) {
    public UsualCategory {
        if (bins.size() != shares.size()) {
            throw new IllegalArgumentException("usual values of " + field + " have " + bins.size() + " bins and "
                    + shares.size() + " shares: train again");
        }
    }
}
