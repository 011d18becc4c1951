package org.reachline.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Loopback ports: which are free, and whether a wanted one is. */
final class Ports {
  private Ports() {}

  /** A port that was free a moment ago; the caller must expect to lose the race for it. */
  static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new CannotStart("No free loopback port", e);
    }
  }

  static void requireFree(int port, String wantedBy) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      socket.getLocalPort();
    } catch (IOException e) {
      throw new CannotStart(
          "Port "
              + port
              + " for the "
              + wantedBy
              + " is taken by another process: stop it or choose another port",
          e);
    }
  }
}
