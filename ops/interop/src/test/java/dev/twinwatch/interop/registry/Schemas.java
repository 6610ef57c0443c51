package dev.twinwatch.interop.registry;

/** Versions of one record as text, small enough to see what changes. */
final class Schemas {
    static final String V1 = payment("{\"name\":\"id\",\"type\":\"string\"}");
    /** Reads what V1 wrote, and V1 reads what it writes. */
    static final String V2 =
            payment("{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"amount\",\"type\":\"double\",\"default\":0}");
    /** Does not read what V1 wrote: the new field has no default. */
    static final String INCOMPATIBLE =
            payment("{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"amount\",\"type\":\"double\"}");

    static final String MONEY =
            "{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"bank\",\"fields\":[{\"name\":\"cents\",\"type\":\"long\"}]}";
    /** Names Money, which stands in a subject of its own. */
    static final String WITH_MONEY =
            payment("{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"price\",\"type\":\"bank.Money\"}");

    private Schemas() {}

    private static String payment(String fields) {
        return "{\"type\":\"record\",\"name\":\"Payment\",\"namespace\":\"bank\",\"fields\":[" + fields + "]}";
    }
}
