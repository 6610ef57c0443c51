package dev.twinwatch.sandbox.startup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomTest {
    @TempDir
    private Path folder;

    @Test
    void fullDiskIsRefusedWithTheFolderAndARemedy() {
        assertThatThrownBy(() -> Room.requireDisk(folder, Long.MAX_VALUE))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("MiB are needed: free some, or choose a folder on another disk with --data");
    }

    @Test
    void diskWithRoomIsTaken() {
        assertThatCode(() -> Room.requireDisk(folder, 1)).doesNotThrowAnyException();
    }

    @Test
    void smallHeapIsRefusedWithBothSizesAndARemedy() {
        assertThatThrownBy(() -> Room.requireHeap(256L << 20, 512L << 20))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("Java may use 256 MiB of memory, 512 MiB are needed")
                .hasMessageContaining("TWINWATCH_JAVA_OPTIONS=-Xmx512m");
    }

    @Test
    void heapOfExactlyTheNeededSizeIsTaken() {
        assertThatCode(() -> Room.requireHeap(512L << 20, 512L << 20)).doesNotThrowAnyException();
    }

    @Test
    void smallMachineIsRefusedWithBothSizesAndARemedy() {
        assertThatThrownBy(() -> Room.requireMemory(512L << 20, 1024L << 20))
                .isInstanceOf(StartupException.class)
                .hasMessage("this machine, or the container, has 512 MiB of memory, 1024 MiB are needed: give it more,"
                        + " or run this elsewhere");
    }

    @Test
    void machineOfExactlyTheNeededSizeIsTaken() {
        assertThatCode(() -> Room.requireMemory(1024L << 20, 1024L << 20)).doesNotThrowAnyException();
    }
}
