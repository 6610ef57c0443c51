package dev.twinwatch.bench.quality.table;

import dev.twinwatch.engine.features.Fields;

/**
 * One row of a {@link Table}; valid only while it is visited.
 *
 * @param cells by name of their column
 * @param place file and row, for messages
 */
public record Row(Fields cells, String place) {
    /** A cell that must not be empty. */
    public String text(String column) {
        Object cell = cells.valueAt(column);
        if (cell == null) {
            throw new DataException(
                    place + " has nothing in column " + column + ": take the file as its data set" + " describes it");
        }
        return cell.toString();
    }

    /** A whole number from 0 to 2147483647. */
    public int count(String column) {
        double value = number(column);
        if (value < 0 || value > Integer.MAX_VALUE || value != Math.rint(value)) {
            throw new DataException(
                    place + " has " + text(column) + " in column " + column + ", expected a whole number from 0 on");
        }
        return (int) value;
    }

    /** A number. */
    public double number(String column) {
        String cell = text(column);
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new DataException(place + " has " + cell + " in column " + column + ", expected a number");
        }
    }
}
