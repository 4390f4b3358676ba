package io.attune.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds ports on the loopback address. Another process may take a port between the answer and its use. */
public final class Ports {
    private Ports() {}

    /** The usual port when nobody listens there, else one that is free. */
    public static int usualOrFree(int usual) {
        return isFree(usual) ? usual : free();
    }

    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new CommandFailure("no free port on the loopback address: " + none.getMessage(), none);
        }
    }

    /** Whether nobody listens there. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
