package dev.twinwatch.trainer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where a command writes its result: checked before the work, written whole or not at all. */
final class OutFile {
    private final Path path;

    private OutFile(Path path) {
        this.path = path;
    }

    /** Throws IllegalArgumentException where nothing can be written there: before minutes of work, not after. */
    static OutFile of(String option, Path path) {
        Path folder = path.toAbsolutePath().getParent();
        if (Files.isDirectory(path)) {
            throw new IllegalArgumentException(option + " " + path + " is a folder: name a file in it");
        }
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new IllegalArgumentException(option + " " + path + ": folder " + folder
                    + " does not exist or cannot be written, create it first");
        }
        return new OutFile(path);
    }

    /** Writes a file. */
    @FunctionalInterface
    interface Writer {
        void write(Path file) throws IOException;
    }

    /** Somebody may be reading the old one. */
    void replace(Writer writer) throws IOException {
        Path beside = path.resolveSibling(path.getFileName() + ".part");
        try {
            writer.write(beside);
            Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
