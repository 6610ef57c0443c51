package dev.twinwatch.engine.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A zip of named entries with a fixed time, so that the same entries give the same bytes; read within limits. */
final class Archive {
    static final long MOST_BYTES = 256L << 20;
    private static final byte[] END = {'P', 'K', 5, 6};
    private static final int END_REST = 18;
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

    /** Exactly the expected entries, at most so many bytes together. */
    static Archive read(byte[] bytes, List<String> expected, long mostBytes) {
        if (!endsAsZip(bytes)) {
            throw new BundleException("bundle of " + bytes.length
                    + " bytes does not end as a zip does: it is cut, or no" + " bundle; copy it again");
        }
        Map<String, byte[]> entries = new LinkedHashMap<>();
        long left = mostBytes;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!expected.contains(entry.getName()) || entries.containsKey(entry.getName())) {
                    throw new BundleException("bundle has an unexpected entry " + entry.getName()
                            + ", expected once each " + expected + ": it is no bundle of this release");
                }
                byte[] content = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, left + 1));
                left -= content.length;
                if (left < 0) {
                    throw new BundleException("bundle unpacks to more than " + mostBytes + " bytes: refused");
                }
                entries.put(entry.getName(), content);
            }
        } catch (IOException | IllegalArgumentException e) {
            if (e instanceof BundleException known) {
                throw known;
            }
            throw new BundleException("bundle is cut or damaged: " + e.getMessage() + "; copy it again", e);
        }
        if (!entries.keySet().containsAll(expected)) {
            throw new BundleException("bundle has the entries " + entries.keySet() + ", expected " + expected
                    + ": it is cut, or no bundle");
        }
        return new Archive(entries);
    }

    /** The reader of entries stops at the last one, so that it would not miss the directory that ends a zip. */
    private static boolean endsAsZip(byte[] bytes) {
        int at = bytes.length - END.length - END_REST;
        return at >= 0 && Arrays.equals(bytes, at, at + END.length, END, 0, END.length);
    }

    byte[] get(String name) {
        byte[] content = entries.get(name);
        if (content == null) {
            throw new BundleException("bundle lacks the entry " + name + ": it is cut, or no bundle");
        }
        return content;
    }
}
