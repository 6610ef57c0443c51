package dev.twinwatch.sandbox.registry.catalog;

import dev.twinwatch.sandbox.registry.store.SubjectVersion;
import java.util.List;
import java.util.Optional;

/** A version as the API names it: 1 and up, or the latest one, which older clients write as -1. */
public record VersionNumber(int number) {
    private static final int LATEST = -1;

    /**
     * Reads the last part of a path.
     *
     * @throws RefusedException if it is neither a number from 1 nor "latest"
     */
    public static VersionNumber parse(String text) {
        if (text.equals("latest")) {
            return new VersionNumber(LATEST);
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 || number == LATEST) {
                return new VersionNumber(number);
            }
        } catch (NumberFormatException e) {
            // Refused below, like a number out of range.
        }
        throw RefusedException.invalidVersion(text);
    }

    /** Finds it among the versions of a subject, oldest first. */
    Optional<SubjectVersion> of(List<SubjectVersion> versions) {
        if (isLatest()) {
            return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
        }
        return versions.stream().filter(version -> version.version() == number).findFirst();
    }

    boolean isLatest() {
        return number == LATEST;
    }

    @Override
    public String toString() {
        return isLatest() ? "latest" : Integer.toString(number);
    }
}
