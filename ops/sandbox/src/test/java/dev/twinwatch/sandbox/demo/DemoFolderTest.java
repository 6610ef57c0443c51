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
    void folderOfAnEarlierDemoIsRefused() throws IOException {
        Files.createDirectory(folder.resolve("broker"));

        assertThatThrownBy(() -> DemoFolder.at(folder))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("choose an empty folder");
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
