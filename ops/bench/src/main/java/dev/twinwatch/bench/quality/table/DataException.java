package dev.twinwatch.bench.quality.table;

/** A data set is not what its protocol expects; the message names file and place and says what to do. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }
}
