package dev.twinwatch.stream.api;

/**
 * Why a request was not answered.
 *
 * @param error a sentence with what to do
 */
record Refusal(String error) {}
