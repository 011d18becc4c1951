package org.reachline.standalone;

/** The commands of a single machine: up, text, tail. Start reading here, then {@link Machine}. */
public final class Standalone {
  private Standalone() {}

  /** Runs a command; 0 is success, 1 a failure said plainly, 2 a wrong command line. */
  public static void main(String[] args) {
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
      case "text" -> {
        keepNoLog();
        yield TextCommand.run(terminal, arguments);
      }
      case "tail" -> {
        keepNoLog();
        yield TailCommand.run(terminal, arguments);
      }
      default -> throw new IllegalArgumentException("no such command: " + arguments.command());
    };
  }

  /** The log belongs to the machine that runs; the other commands say what they have to say. */
  private static void keepNoLog() {
    System.setProperty("logback.configurationFile", "logback-commands.xml");
  }

  private static int up(Terminal terminal, Arguments arguments) {
    arguments.requireNoWords();
    Ports given = arguments.ports();
    String overlays = arguments.overlays();
    DataFolder data = new DataFolder(arguments.data());
    data.requireWritable();
    // One logging configuration for the JVM, or the four contexts reset each other's.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    System.setProperty("reachline.data", data.root().toString()); // where logback.xml writes
    Ports ports = given == null ? new Ports(Ports.DEFAULT) : given;
    Machine machine = new Machine(data, ports, terminal, overlays);
    Runtime.getRuntime().addShutdownHook(new Thread(machine::close, "stop"));
    return machine.run() ? 0 : 1;
  }
}
