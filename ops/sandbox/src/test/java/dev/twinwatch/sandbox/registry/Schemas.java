package dev.twinwatch.sandbox.registry;

/** Schemas that tests register. */
final class Schemas {
    static final String A = "{\"type\":\"record\",\"name\":\"E\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"}]}";
    static final String A_AND_B = "{\"type\":\"record\",\"name\":\"E\",\"fields\":["
            + "{\"name\":\"a\",\"type\":\"int\"},{\"name\":\"b\",\"type\":\"int\",\"default\":0}]}";
    static final String A_AND_REQUIRED_B = "{\"type\":\"record\",\"name\":\"E\",\"fields\":["
            + "{\"name\":\"a\",\"type\":\"int\"},{\"name\":\"b\",\"type\":\"int\"}]}";

    private Schemas() {}
}
