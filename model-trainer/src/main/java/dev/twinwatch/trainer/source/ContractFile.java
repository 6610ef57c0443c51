package dev.twinwatch.trainer.source;

import dev.twinwatch.contracts.TrustedContracts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/** An Avro object container file of one contract: it has neither keys nor what was taken back, and no times of its own. */
final class ContractFile<T extends SpecificRecord> implements ContractSource<T> {
    private final Path file;
    private final Class<T> contract;

    ContractFile(Path file, Class<T> contract) {
        this.file = file;
        this.contract = contract;
        if (!Files.isRegularFile(file)) {
            throw new SourceException(file + " is not a file: check the path, relative ones start at "
                    + Path.of("").toAbsolutePath());
        }
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public void forEach(Consumer<Entry<T>> visitor) {
        TrustedContracts.allow();
        long number = 0;
        try (DataFileReader<T> records = new DataFileReader<>(file.toFile(), new SpecificDatumReader<>(contract))) {
            while (records.hasNext()) {
                T value = records.next();
                visitor.accept(
                        new Entry<>(file + " record " + (number + 1), number, OptionalLong.empty(), "", value, ""));
                number++;
            }
            // Avro takes a block that breaks off for the end of the file
            if (records.previousSync() < Files.size(file)) {
                throw new SourceException(file + " breaks off after record " + number + ": copy it again");
            }
        } catch (IOException | AvroRuntimeException e) {
            throw new SourceException(
                    file + " cannot be read after record " + number + ", expected an Avro object container file of "
                            + contract.getSimpleName() + " records: " + e.getMessage(),
                    e);
        }
    }
}
