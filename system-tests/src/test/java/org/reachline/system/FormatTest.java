package org.reachline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every source file as the formatter writes it. Spotless says so earlier where Maven runs on a JDK
 * that knows our syntax; this runs on the selected JDK, whatever Maven runs on.
 */
class FormatTest {
  private final Formatter formatter = new Formatter();

  @Test
  void everySourceFileIsFormatted() throws IOException {
    List<Path> sources = sources();
    List<Path> others = sources.parallelStream().filter(this::differs).toList();

    assertThat(sources).hasSizeGreaterThan(100);
    assertThat(others).as("run mvn spotless:apply on a JDK 25").isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/src/"))
          .filter(file -> !file.toString().contains("/target/"))
          .toList();
    }
  }

  private boolean differs(Path file) {
    try {
      String text = Files.readString(file);
      String imports =
          ImportOrderer.reorderImports(
              RemoveUnusedImports.removeUnusedImports(text), JavaFormatterOptions.Style.GOOGLE);
      return !formatter.formatSource(imports).equals(text);
    } catch (IOException | FormatterException unreadable) {
      return true;
    }
  }
}
