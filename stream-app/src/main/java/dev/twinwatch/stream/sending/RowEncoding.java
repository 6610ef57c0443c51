package dev.twinwatch.stream.sending;

import java.util.Map;

/** Makes the value of a record of a row. */
interface RowEncoding {
    byte[] encode(Map<String, String> cells);
}
