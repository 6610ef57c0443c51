package dev.twinwatch.engine.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A zip of named entries with a fixed time, so that the same entries give the same bytes; read within limits. */
final class Archive {
    static final long MOST_BYTES = 256L << 20;
    private static final LocalDateTime FIXED = LocalDateTime.of(2020, 1, 1, 0, 0);

    private final Map<String, byte[]> entries;

    private Archive(Map<String, byte[]> entries) {
        this.entries = entries;
    }

    static byte[] write(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setTimeLocal(FIXED);
                zip.putNextEntry(header);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Exactly the expected entries, at most {@link #MOST_BYTES} together. */
    static Archive read(byte[] bytes, List<String> expected) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        long left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!expected.contains(entry.getName()) || entries.containsKey(entry.getName())) {
                    throw new BundleException("bundle has an unexpected entry " + entry.getName()
                            + ", expected once each " + expected + ": it is no bundle of this release");
                }
                byte[] content = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, left + 1));
                left -= content.length;
                if (left < 0) {
                    throw new BundleException("bundle unpacks to more than " + (MOST_BYTES >> 20) + " MiB: refused");
                }
                entries.put(entry.getName(), content);
            }
        } catch (IOException e) {
            throw new BundleException("bundle is cut or damaged: " + e.getMessage() + "; copy it again", e);
        }
        if (!entries.keySet().containsAll(expected)) {
            throw new BundleException("bundle has the entries " + entries.keySet() + ", expected " + expected
                    + ": it is cut, or no bundle");
        }
        return new Archive(entries);
    }

    byte[] get(String name) {
        byte[] content = entries.get(name);
        if (content == null) {
            throw new BundleException("bundle lacks the entry " + name + ": it is cut, or no bundle");
        }
        return content;
    }
}
