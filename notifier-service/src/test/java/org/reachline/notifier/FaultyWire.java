package org.reachline.notifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A wire on loopback that can be cut, or held so that nothing passes and nothing is closed. */
final class FaultyWire implements AutoCloseable {
  /** What the wire does with bytes. */
  enum State {
    PASSES,
    CUT,
    HELD
  }

  private final ServerSocket server;
  private final int to;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile State state = State.PASSES;

  FaultyWire(int to) {
    this.to = to;
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  void become(State next) {
    state = next;
    if (next == State.CUT) {
      open.forEach(FaultyWire::drop);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket from = server.accept();
        if (state == State.CUT) {
          drop(from);
        } else {
          Socket onward = new Socket(InetAddress.getLoopbackAddress(), to);
          open.add(from);
          open.add(onward);
          Thread.ofVirtual().start(() -> pump(from, onward));
          Thread.ofVirtual().start(() -> pump(onward, from));
        }
      } catch (IOException closed) {
        open.removeIf(Socket::isClosed);
      }
    }
  }

  private void pump(Socket from, Socket onward) {
    try (InputStream in = from.getInputStream();
        OutputStream out = onward.getOutputStream()) {
      byte[] bytes = new byte[8192];
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        while (state == State.HELD) {
          LockSupport.parkNanos(20_000_000);
        }
        out.write(bytes, 0, n);
        out.flush();
      }
    } catch (IOException cut) {
      drop(onward);
    }
  }

  private static void drop(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public void close() throws IOException {
    become(State.CUT);
    server.close();
  }
}
