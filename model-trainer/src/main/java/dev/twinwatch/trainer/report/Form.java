package dev.twinwatch.trainer.report;

/** Forms about six drawing units wide around 0. */
final class Form {
    private static final String[] PATHS = {
        "M-3.2 0a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0 -6.4 0z",
        "M-2.9 -2.9h5.8v5.8h-5.8z",
        "M0 -3.9L3.7 2.7H-3.7z",
        "M0 -4.2L4.2 0L0 4.2L-4.2 0z",
        "M0 3.9L3.7 -2.7H-3.7z",
        "M-1.2 -4h2.4v2.8h2.8v2.4h-2.8v2.8h-2.4v-2.8h-2.8v-2.4h2.8z",
    };

    private Form() {}

    /** The path of a series; the same form again has another colour. */
    static String of(int series) {
        return PATHS[series % PATHS.length];
    }
}
