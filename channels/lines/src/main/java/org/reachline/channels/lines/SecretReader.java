package org.reachline.channels.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Resolves {@code env:NAME} and {@code file:/path}; a secret never stands in the lines file itself.
 * Safe for any thread.
 */
public final class SecretReader {
  private final UnaryOperator<@Nullable String> environment;

  /**
   * @param environment the value of a variable, or null where it is not set
   */
  public SecretReader(UnaryOperator<@Nullable String> environment) {
    this.environment = environment;
  }

  /** Reads the process environment. */
  public static SecretReader ofProcess() {
    return new SecretReader(System::getenv);
  }

  /** What a reference gave. */
  sealed interface Secretly {
    /** The credential. */
    record Found(String value) implements Secretly {
      @Override
      public String toString() {
        return "***";
      }
    }

    /** Nothing usable there. */
    record Lacking(String advice) implements Secretly {}
  }

  Secretly read(String reference) {
    if (reference.startsWith("env:")) {
      return ofEnvironment(reference.substring(4));
    }
    if (reference.startsWith("file:")) {
      return ofFile(reference.substring(5));
    }
    return new Secretly.Lacking("write env:NAME or file:/path, never the secret itself");
  }

  private Secretly ofEnvironment(String name) {
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) { // could be the secret itself
      return new Secretly.Lacking("write the name of an environment variable behind env:");
    }
    String value = environment.apply(name);
    return value == null || value.isBlank()
        ? new Secretly.Lacking("set the environment variable " + name)
        : new Secretly.Found(value.strip());
  }

  private static Secretly ofFile(String name) {
    try {
      Path file = Path.of(name);
      String value = Files.readString(file).strip();
      return value.isEmpty()
          ? new Secretly.Lacking("the file " + file + " is empty")
          : new Secretly.Found(value);
    } catch (IOException unreadable) {
      return new Secretly.Lacking("the file " + Path.of(name) + " cannot be read");
    } catch (InvalidPathException noPath) {
      return new Secretly.Lacking("write the path of a file behind file:");
    }
  }
}
