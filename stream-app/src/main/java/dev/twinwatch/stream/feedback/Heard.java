package dev.twinwatch.stream.feedback;

/**
 * What became of some pieces of feedback.
 *
 * @param counted changed references or cases
 * @param forTraining changed nothing of the running service
 * @param repeated were said before
 * @param corrected how many of the counted contradict what was said before
 * @param missing of which nothing was heard
 */
public record Heard(long counted, long forTraining, long repeated, long corrected, long missing) {
    static final Heard NOTHING = new Heard(0, 0, 0, 0, 0);

    /** With one more, by what the audit has of it. */
    Heard and(String after) {
        if (after.startsWith("CONTRADICTED")) {
            // the case of the earlier word is taken back, whatever else comes of it
            return new Heard(counted + 1, forTraining, repeated, corrected + 1, missing);
        }
        return switch (after) {
            case "ABSORBED", "TAKEN_OUT", "BY_VALUES" ->
                new Heard(counted + 1, forTraining, repeated, corrected, missing);
            case "REPEATED" -> new Heard(counted, forTraining, repeated + 1, corrected, missing);
            default -> new Heard(counted, forTraining + 1, repeated, corrected, missing);
        };
    }

    /** Without so many. */
    Heard lacking(long more) {
        return new Heard(counted, forTraining, repeated, corrected, missing + more);
    }

    /** For people. */
    public String words() {
        return counted + " counted at once, " + forTraining + " passed on for training"
                + (repeated == 0 ? "" : ", " + repeated + " said before")
                + (corrected == 0 ? "" : ", " + corrected + " against an earlier word");
    }
}
