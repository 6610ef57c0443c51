package dev.twinwatch.stream.control;

/**
 * Which model is live from here on.
 *
 * @param version SHA-256 of its bundle
 * @param epoch counts the changes of the pointer
 * @param controlOffset where the pointer stands on the control topic
 */
public record ModelPointer(String version, long epoch, long controlOffset) {}
