package dev.twinwatch.interop.kafka;

import dev.twinwatch.interop.program.Run;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What kcat reads, byte by byte. Debian's is built without Avro. */
final class Kcat {
    private Kcat() {}

    /** All that is committed in a topic by now. */
    static List<Message> readCommitted(String broker, String topic) throws IOException, InterruptedException {
        // %R: the length of the value, as four bytes with the highest first.
        byte[] printed = Run.of(
                        "kcat",
                        "-C",
                        "-q",
                        "-e",
                        "-b",
                        broker,
                        "-t",
                        topic,
                        "-o",
                        "beginning",
                        "-X",
                        "isolation.level=read_committed",
                        "-f",
                        "%k\\n%R%s")
                .bytes("");
        var in = new DataInputStream(new ByteArrayInputStream(printed));
        List<Message> messages = new ArrayList<>();
        while (in.available() > 0) {
            var key = new ByteArrayOutputStream();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                key.write(next);
            }
            messages.add(
                    new Message(key.toString(StandardCharsets.UTF_8), ByteBuffer.wrap(in.readNBytes(in.readInt()))));
        }
        return messages;
    }

    /** One record of a topic. */
    record Message(String key, ByteBuffer value) {}
}
