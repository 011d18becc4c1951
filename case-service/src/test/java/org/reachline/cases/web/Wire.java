package org.reachline.cases.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A TCP connection to something, which a test can cut and mend. */
final class Wire implements AutoCloseable {
  private final int to;
  private final int port;
  private final Collection<Socket> open = new ConcurrentLinkedQueue<>();
  private volatile ServerSocket door;

  Wire(int to) {
    this.to = to;
    this.door = opened(0);
    this.port = door.getLocalPort();
    listen(door);
  }

  int port() {
    return port;
  }

  private static ServerSocket opened(int port) {
    try {
      return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  private void listen(ServerSocket at) {
    Thread _ =
        Thread.startVirtualThread(
            () -> {
              while (!at.isClosed()) {
                try {
                  join(at.accept());
                } catch (IOException closed) {
                  return;
                }
              }
            });
  }

  private void join(Socket near) throws IOException {
    Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
    open.add(near);
    open.add(far);
    pump(near, far);
    pump(far, near);
  }

  private static void pump(Socket from, Socket into) {
    Thread _ =
        Thread.startVirtualThread(
            () -> {
              try (from;
                  into) {
                long _ = from.getInputStream().transferTo(into.getOutputStream());
              } catch (IOException cut) {
                // both ends are closed, which is what a cut is
              }
            });
  }

  void cut() {
    try {
      door.close();
      for (Socket socket : open) {
        socket.close();
      }
      open.clear();
    } catch (IOException unlikely) {
      throw new UncheckedIOException(unlikely);
    }
  }

  void mend() {
    door = opened(port);
    listen(door);
  }

  @Override
  public void close() {
    cut();
  }
}
