package dev.twinwatch.trainer.backtest;

/** What an alert is worth, by labels: it is judged at the event that opened it. */
public sealed interface Finding {
    /** In words. */
    String words();

    /** It opened at an event of a takeover, the first being 1. */
    record Right(int event) implements Finding {
        @Override
        public String words() {
            return "right: event " + event + " of a takeover";
        }
    }

    /** It opened so many events after a takeover, whose events still stood in the window: neither right nor wrong. */
    record Late(long events) implements Finding {
        @Override
        public String words() {
            return "late: " + events + (events == 1 ? " event" : " events") + " after a takeover";
        }
    }

    /** It opened while the entity was itself, as far as labels tell. */
    record Wrong() implements Finding {
        @Override
        public String words() {
            return "wrong";
        }
    }
}
