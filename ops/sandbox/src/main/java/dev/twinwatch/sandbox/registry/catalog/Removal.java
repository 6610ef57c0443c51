package dev.twinwatch.sandbox.registry.catalog;

import dev.twinwatch.sandbox.registry.store.SchemaStore;
import dev.twinwatch.sandbox.registry.store.SubjectVersion;
import java.util.List;

/**
 * How versions go: first hidden, then on a second request forgotten for good. One that others refer to stays, and where
 * nothing of a subject is left to see, its level and mode go too.
 */
public final class Removal {
    private final SchemaStore store;
    private final Catalog catalog;
    private final Modes modes;

    public Removal(SchemaStore store, Catalog catalog, Modes modes) {
        this.store = store;
        this.catalog = catalog;
        this.modes = modes;
    }

    /** Hides all versions of a subject, or forgets them; returns their numbers (40401, 40404, 40405, 42205, 42206). */
    public List<Integer> subject(String subject, boolean permanent) {
        List<SubjectVersion> versions = catalog.versions(subject, true);
        boolean allHidden = versions.stream().allMatch(SubjectVersion::deleted);
        if (!permanent && allHidden) {
            throw RefusedException.subjectSoftDeleted(subject);
        }
        modes.requireWritable(subject);
        if (permanent && !allHidden) {
            throw RefusedException.subjectNotSoftDeleted(subject);
        }
        List<SubjectVersion> going = versions.stream()
                .filter(version -> permanent || !version.deleted())
                .toList();
        going.forEach(this::requireUnused);
        going.forEach(version -> store.delete(version, permanent));
        forgetSettingsOf(subject);
        return going.stream().map(SubjectVersion::version).toList();
    }

    /** Hides one version, or forgets it; returns its number (40401, 40402, 40406, 40407, 42205, 42206). */
    public int version(String subject, VersionNumber number, boolean permanent) {
        SubjectVersion version = catalog.version(subject, number, permanent || !number.isLatest());
        if (!permanent && version.deleted()) {
            throw RefusedException.versionSoftDeleted(subject, number);
        }
        modes.requireWritable(subject);
        if (permanent && !version.deleted()) {
            throw RefusedException.versionNotSoftDeleted(subject, number);
        }
        requireUnused(version);
        store.delete(version, permanent);
        if (store.versions(subject).stream().allMatch(SubjectVersion::deleted)) {
            forgetSettingsOf(subject);
        }
        return version.version();
    }

    private void requireUnused(SubjectVersion version) {
        if (!catalog.users(version).isEmpty()) {
            throw RefusedException.referenced(version);
        }
    }

    private void forgetSettingsOf(String subject) {
        if (store.level(subject).isPresent()) {
            store.setLevel(subject, null);
        }
        if (store.mode(subject).isPresent()) {
            store.setMode(subject, null);
        }
    }
}
