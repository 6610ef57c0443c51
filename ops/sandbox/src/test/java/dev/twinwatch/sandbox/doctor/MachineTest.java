package dev.twinwatch.sandbox.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class MachineTest {
    private static final long GIB = 1L << 30;

    @Test
    void aJavaThatIsTooOldFailsWithTheRemedy() {
        Diagnosis java = Machine.java(11);

        assertThat(java.state()).isEqualTo(Diagnosis.State.FAILS);
        assertThat(java.words()).endsWith(": install a JDK 17 or newer, or set JAVA_HOME");
        assertThat(Machine.java(17).state()).isEqualTo(Diagnosis.State.OK);
    }

    @Test
    void littleMemoryIsToldWithWhatStillWorks() {
        assertThat(Machine.memory(2 * GIB, GIB))
                .isEqualTo(Diagnosis.lacks(
                        "memory",
                        "2.0 GiB, 1.0 GiB free at the moment: the demo wants 4.0 GiB; with less, set"
                                + " TWINWATCH_JAVA_OPTIONS=-Xmx1g and simulate fewer --events"));
        assertThat(Machine.memory(8 * GIB, GIB).state()).isEqualTo(Diagnosis.State.OK);
    }

    @Test
    void aPortThatIsTakenIsToldWithWhoWouldUseIt() throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, loopback)) {
            port = taken.getLocalPort();
            assertThat(Machine.port(port, "the broker", "yours"))
                    .isEqualTo(
                            Diagnosis.lacks("port " + port, "taken, which the broker would use: fine if it is yours"));
        }
    }
}
