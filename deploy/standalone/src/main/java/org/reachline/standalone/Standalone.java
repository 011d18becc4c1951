package org.reachline.standalone;

/** The commands of a single machine: up, text, tail. Start reading here, then {@link Machine}. */
public final class Standalone {
  private Standalone() {}

  /** Runs a command; 0 is success, 1 a failure said plainly, 2 a wrong command line. */
  public static void main(String[] args) {
    // One logging configuration for the JVM, or the four contexts reset each other's.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    int status = run(Terminal.ofProcess(), args);
    if (status != 0) {
      System.exit(status);
    }
  }

  static int run(Terminal terminal, String... args) {
    try {
      return dispatch(terminal, Arguments.of(args));
    } catch (IllegalArgumentException wrongCommandLine) {
      terminal.complain(wrongCommandLine.getMessage() + " (./reachline --help)");
      return 2;
    } catch (RuntimeException failure) {
      terminal.complain(Causes.plain(failure));
      return 1;
    }
  }

  private static int dispatch(Terminal terminal, Arguments arguments) {
    return switch (arguments.command()) {
      case "up" -> up(terminal, arguments);
      case "text" -> TextCommand.run(terminal, arguments);
      case "tail" -> TailCommand.run(terminal, arguments);
      default -> throw new IllegalArgumentException("no such command: " + arguments.command());
    };
  }

  private static int up(Terminal terminal, Arguments arguments) {
    System.setProperty("reachline.data", arguments.data().toString()); // where logback.xml writes
    Integer port = arguments.port();
    Ports ports = new Ports(port == null ? Ports.DEFAULT : port);
    Machine machine = Machine.start(new DataFolder(arguments.data()), ports, terminal);
    Runtime.getRuntime().addShutdownHook(new Thread(machine::close, "stop"));
    machine.awaitStop();
    return 0;
  }
}
