package dev.twinwatch.contracts;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Lets Avro make objects of the generated classes of this package, which it refuses by default.
 *
 * <p>Call {@link #allow()} before specific records are read; the serde does so itself.
 */
public final class TrustedContracts {
    private static final String PACKAGE = TrustedContracts.class.getPackageName();
    private static boolean allowed;

    private TrustedContracts() {}

    /** Adds this package to what Avro trusts in this JVM; what was trusted before stays so. May be called often. */
    public static synchronized void allow() {
        if (!allowed) {
            ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                    type -> type.getPackageName().equals(PACKAGE), ClassSecurityValidator.getGlobal()));
            allowed = true;
        }
    }
}
