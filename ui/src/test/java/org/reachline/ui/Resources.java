package org.reachline.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Reads what the module ships, from its source folder. */
final class Resources {

  static final Path ROOT = Path.of("src", "main", "resources");
  static final Path STATIC = ROOT.resolve("static").resolve("ui");

  private Resources() {}

  static List<Path> templates() {
    return find(ROOT.resolve("templates"), ".html");
  }

  static List<Path> scripts() {
    return List.of(STATIC.resolve("live.js"), STATIC.resolve("demo.js"));
  }

  static List<Path> styles() {
    return find(STATIC, ".css");
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Properties bundle(String lang) {
    var words = new Properties();
    try (Reader in = Files.newBufferedReader(ROOT.resolve("messages_" + lang + ".properties"))) {
      words.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  static int gzip(Path... files) {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      for (Path file : files) {
        zip.write(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.size();
  }

  private static List<Path> find(Path folder, String suffix) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
