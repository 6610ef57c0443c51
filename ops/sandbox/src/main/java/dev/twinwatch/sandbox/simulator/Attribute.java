package dev.twinwatch.sandbox.simulator;

/** The four habits that somebody who takes over an account may copy from its owner, each for itself. */
public enum Attribute {
    PLACES {
        @Override
        Habits copied(Habits from, Habits to) {
            return to.withPlaces(from.places());
        }
    },
    DEVICES {
        @Override
        Habits copied(Habits from, Habits to) {
            return to.withDevices(from.devices());
        }
    },
    AMOUNTS {
        @Override
        Habits copied(Habits from, Habits to) {
            return to.withAmountLevels(from.amountLevels());
        }
    },
    HOURS {
        @Override
        Habits copied(Habits from, Habits to) {
            return to.withHours(from.hours());
        }
    };

    /** The habits of the second with this attribute of the first. */
    abstract Habits copied(Habits from, Habits to);
}
