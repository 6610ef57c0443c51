package dev.twinwatch.registry;

import org.apache.avro.Schema;

/** One version of a subject; versions count from 1, ids are the registry's own and may skip numbers. */
public record RegisteredSchema(String subject, int version, int id, Schema schema) {}
