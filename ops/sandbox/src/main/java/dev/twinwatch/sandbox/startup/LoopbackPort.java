package dev.twinwatch.sandbox.startup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of 127.0.0.1, the only address on which the sandbox listens. */
public final class LoopbackPort {
    /** The address, as text for settings and URLs. */
    public static final String HOST = "127.0.0.1";

    private LoopbackPort() {}

    /** A port that was free a moment ago; another process may take it before it is used. */
    public static int free() {
        return bind(0, "some free port");
    }

    /**
     * Says early and in one sentence that a port is taken.
     *
     * @param port 1 to 65535
     * @param what who wants to listen there, for the message
     * @throws StartupException if the port is out of range or cannot be bound
     */
    public static void requireFree(int port, String what) {
        if (port < 1 || port > 65535) {
            throw new StartupException("port of the " + what + " is " + port
                    + ", expected 1 to 65535: choose one of these, or 0 for any free port");
        }
        bind(port, what);
    }

    private static int bind(int port, String what) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartupException(
                    "port " + port + " of " + HOST + " cannot be used for the " + what + " (" + e.getMessage()
                            + "): stop what listens there or choose another port",
                    e);
        }
    }
}
