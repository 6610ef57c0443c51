package dev.twinwatch.sandbox.demo.judging;

import dev.twinwatch.sandbox.demo.recording.Stretch;
import java.util.Locale;

/** What the truth says about an alert. */
public sealed interface Finding {
    /** For people. */
    String words();

    /**
     * It opened while somebody else acted.
     *
     * @param event which event of the stretch, from 1
     */
    record Caught(Stretch stretch, int event) implements Finding {
        @Override
        public String words() {
            return "right: event " + event + " of a takeover, "
                    + stretch.style().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * It opened shortly after somebody else acted, while those events were still in the window.
     *
     * @param after so many events after the last one
     */
    record Late(Stretch stretch, int after) implements Finding {
        @Override
        public String words() {
            return "late: " + after + (after == 1 ? " event" : " events") + " after a takeover, "
                    + stretch.style().toLowerCase(Locale.ROOT);
        }
    }

    /** It opened at labelled fraud that lies in the history, which is no part of what is judged. */
    record InHistory() implements Finding {
        @Override
        public String words() {
            return "labelled fraud of the history, not counted";
        }
    }

    /** Nobody else acted. */
    record False() implements Finding {
        @Override
        public String words() {
            return "false alert: nobody else acted";
        }
    }
}
