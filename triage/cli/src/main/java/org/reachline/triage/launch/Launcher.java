package org.reachline.triage.launch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts the command here when this Java is new enough, else in the newest one found on this
 * machine.
 */
public final class Launcher {
  private static final int NEEDED = 25;
  private static final String MAIN = "org.reachline.triage.cli.Main";
  private static final int NO_JAVA = 2;

  private Launcher() {}

  /** Runs the command and ends with its exit code. */
  public static void main(String[] args) throws Exception {
    if (Runtime.version().feature() >= NEEDED) {
      here(args);
    } else {
      System.exit(elsewhere(args));
    }
  }

  private static void here(String[] args) throws Exception {
    try {
      Class.forName(MAIN).getMethod("main", String[].class).invoke(null, (Object) args);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("the command failed", e.getCause());
    }
  }

  private static int elsewhere(String[] args) throws Exception {
    String java = candidates().filter(Launcher::isNewEnough).findFirst().orElse("");
    if (java.isEmpty()) {
      System.err.printf(
          "triage-cli: needs Java %d, runs on %d. Set JAVA_HOME to a newer one.%n",
          NEEDED, Runtime.version().feature());
      return NO_JAVA;
    }
    String self = new File(location()).getPath();
    List<String> command =
        new ArrayList<>(List.of(java + "/bin/java", "-XX:+UseSerialGC", "-cp", self, MAIN));
    command.addAll(Arrays.asList(args));
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static URI location() throws URISyntaxException {
    return Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI();
  }

  private static Stream<String> candidates() {
    String home = System.getenv("JAVA_HOME");
    List<String> found = new ArrayList<>();
    if (home != null) {
      found.add(home);
    }
    String user = System.getProperty("user.home", "");
    for (String parent :
        List.of("/usr/lib/jvm", "/opt/java", user + "/.sdkman/candidates/java", user + "/.jdks")) {
      File[] homes = new File(parent).listFiles();
      for (File each : homes == null ? new File[0] : homes) {
        found.add(each.getPath());
      }
    }
    return found.stream();
  }

  /** The release file names the version; no need to start each Java to ask. */
  private static boolean isNewEnough(String home) {
    try (Stream<String> lines = Files.lines(new File(home, "release").toPath())) {
      return new File(home, "bin/java").canExecute()
          && lines.anyMatch(line -> feature(line) >= NEEDED);
    } catch (IOException | UncheckedIOException e) {
      return false; // not a Java home
    }
  }

  private static int feature(String line) {
    String start = "JAVA_VERSION=\"";
    if (!line.startsWith(start)) {
      return 0;
    }
    int end = start.length();
    while (end < line.length() && Character.isDigit(line.charAt(end))) {
      end++;
    }
    return end == start.length() ? 0 : Integer.parseInt(line.substring(start.length(), end));
  }
}
