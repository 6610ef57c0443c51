package dev.twinwatch.sandbox.simulator;

/** The four habits that somebody who takes over an account may copy from its owner, each for itself. */
public enum Attribute {
    PLACES("place") {
        @Override
        Habits copied(Habits from, Habits to) {
            return to.withPlaces(from.places());
        }
    },
    DEVICES("device") {
        @Override
        Habits copied(Habits from, Habits to) {
            return to.withDevices(from.devices());
        }
    },
    AMOUNTS("amount") {
        @Override
        Habits copied(Habits from, Habits to) {
            return to.withAmountLevels(from.amountLevels());
        }
    },
    HOURS("paid_at") {
        @Override
        Habits copied(Habits from, Habits to) {
            return to.withHours(from.hours());
        }
    };

    private final String field;

    Attribute(String field) {
        this.field = field;
    }

    /** The field of a payment in which it shows. */
    public String field() {
        return field;
    }

    /** The habits of the second with this attribute of the first. */
    abstract Habits copied(Habits from, Habits to);
}
