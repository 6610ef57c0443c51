package dev.twinwatch.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.sandbox.startup.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {
    @TempDir
    private Path folder;

    @Test
    void folderOfSomethingElseIsRefused() throws IOException {
        Files.createDirectory(folder.resolve("photos"));

        assertThatThrownBy(() -> DemoFolder.at(folder))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("choose an empty folder, or that of an earlier demo");
    }

    @Test
    void folderOfADemoThatWasStoppedAtItsStartIsTakenAgain() throws IOException {
        DemoFolder first = DemoFolder.at(folder);
        Files.createDirectory(folder.resolve("broker"));

        assertThat(DemoFolder.at(folder)).isEqualTo(first);
    }

    @Test
    void givenFolderStays() {
        DemoFolder.at(folder).removeIfTemporary();

        assertThat(folder).exists();
    }

    @Test
    void temporaryFolderGoesWithAllThatIsInIt() throws IOException {
        DemoFolder temporary = DemoFolder.at(null);
        Files.writeString(temporary.log(), "a line");

        temporary.removeIfTemporary();

        assertThat(temporary.root()).doesNotExist();
    }
}
