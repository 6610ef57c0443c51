package dev.twinwatch.sandbox.registry.store;

/** One version of a subject. Versions and ids count from 1; the schema is Avro's JSON as it was stored. */
public record SubjectVersion(String subject, int version, int id, String schema) {}
