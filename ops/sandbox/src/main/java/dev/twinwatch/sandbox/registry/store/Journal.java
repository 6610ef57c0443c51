package dev.twinwatch.sandbox.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twinwatch.sandbox.startup.StartupException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An append-only file with one JSON object a line; a line is on the disk before {@link #append} returns. */
final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final FileChannel channel;

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens the file, creating it if absent, and hands over what it holds in the order in which it was written. */
    static Journal open(Path file, Consumer<JournalEntry> reader) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Journal journal = new Journal(file, channel);
            try {
                journal.replay(reader);
                return journal;
            } catch (IOException | RuntimeException e) {
                journal.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StartupException(
                    "registry file " + file + " cannot be opened (" + e + "): choose a folder that can be written", e);
        }
    }

    private void replay(Consumer<JournalEntry> reader) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (content.hasRemaining() && channel.read(content) >= 0) {}
        byte[] bytes = content.array();
        int lineStart = 0;
        int lineNumber = 1;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                reader.accept(parse(new String(bytes, lineStart, i - lineStart, StandardCharsets.UTF_8), lineNumber));
                lineStart = i + 1;
                lineNumber++;
            }
        }
        // Nobody was told of an unfinished last line: the process ended while it was written.
        if (lineStart < bytes.length) {
            LOG.warn("{}:{} was never finished and is removed", file, lineNumber);
        }
        channel.truncate(lineStart);
        channel.position(lineStart);
    }

    private JournalEntry parse(String line, int number) {
        try {
            return JSON.readValue(line, JournalEntry.class);
        } catch (JsonProcessingException e) {
            throw new StartupException(
                    file + ":" + number + " cannot be read (" + e.getOriginalMessage()
                            + "): restore the file from a copy, or move it away to begin without schemas",
                    e);
        }
    }

    /** Either writes the whole line or leaves the file as it was. */
    void append(JournalEntry entry) throws IOException {
        long end = channel.position();
        ByteBuffer line = ByteBuffer.wrap((JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        } catch (IOException e) {
            channel.truncate(end);
            channel.position(end);
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("{} could not be closed; what was answered is on the disk", file, e);
        }
    }
}
