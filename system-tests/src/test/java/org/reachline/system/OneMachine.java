package org.reachline.system;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.reachline.standalone.Machine;
import org.reachline.standalone.Tenant;

/**
 * Starts everything, with two agencies, once for a test class: on ports nobody has, in a folder of
 * its own, and stops it after the class.
 */
final class OneMachine implements ParameterResolver {
  private static final int SPAN = 120;

  /** The machine and the folder it keeps its data in. */
  record Running(Machine machine, Path data) implements AutoCloseable {
    static Running start() {
      try {
        Path data = Files.createTempDirectory("reachline-system");
        PrintStream quiet =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Running(
            Machine.start(data, freePort(), quiet, List.of(Town.HARBOR, Town.MIRROR)), data);
      } catch (IOException noFolder) {
        throw new UncheckedIOException(noFolder);
      }
    }

    /** Somebody of an agency, signed in. */
    Visitor visitor(Tenant tenant, String name) {
      return Visitor.of(tenant, name, data, machine.url());
    }

    @Override
    public void close() {
      machine.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Running.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getParent()
        .orElse(context)
        .getStore(ExtensionContext.Namespace.create(OneMachine.class))
        .computeIfAbsent("running", _ -> Running.start());
  }

  /** A front port with nothing on it and on the ports after it. */
  static int freePort() {
    SplittableRandom random = new SplittableRandom(ProcessHandle.current().pid());
    for (int attempt = 0; attempt < 100; attempt++) {
      int port = random.nextInt(20_000, 32_000);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no free range of ports");
  }

  private static boolean isFree(int from) {
    for (int port = from; port < from + SPAN; port++) {
      try (ServerSocket probe = new ServerSocket()) {
        probe.bind(new InetSocketAddress("127.0.0.1", port));
      } catch (IOException taken) {
        return false;
      }
    }
    return true;
  }
}
