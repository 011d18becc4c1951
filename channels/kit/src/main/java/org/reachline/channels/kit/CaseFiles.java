package org.reachline.channels.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.reachline.channels.spi.ChannelType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The case files of a channel: its own resources. */
record CaseFiles(List<WebhookCase> webhooks, List<SendCase> sends, List<ReplyCase> replies) {
  static final JsonMapper JSON = JsonMapper.builder().build();

  static CaseFiles of(Class<?> test, ChannelType type) {
    return new CaseFiles(
        read(test, "webhook", WebhookCase::of).stream()
            .filter(webhook -> webhook.id().startsWith(type.name() + "/"))
            .toList(),
        read(test, "send", SendCase::of),
        read(test, "reply", ReplyCase::of));
  }

  private static <T> List<T> read(Class<?> test, String kind, Function<JsonNode, T> reader) {
    URL folder = test.getResource("/cases/" + kind);
    if (folder == null) {
      return List.of();
    }
    try {
      return read(Path.of(folder.toURI()), reader);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("not a folder: " + folder, e);
    }
  }

  static <T> List<T> read(Path folder, Function<JsonNode, T> reader) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(file -> read(reader, file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(Function<JsonNode, T> reader, Path file) {
    try {
      return reader.apply(JSON.readTree(file));
    } catch (RuntimeException e) {
      throw new IllegalStateException("not a case: " + file, e);
    }
  }
}
