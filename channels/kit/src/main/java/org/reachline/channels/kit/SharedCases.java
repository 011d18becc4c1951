package org.reachline.channels.kit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.reachline.channels.spi.ChannelType;

/** The provider fixtures beside the repository, {@code ../shared/channels/fixtures} of its root. */
final class SharedCases {
  static final String ABSENT = "../shared/channels/fixtures has none of this channel";

  private SharedCases() {}

  static List<WebhookCase> of(ChannelType type) {
    Path folder = repositoryRoot().resolveSibling("shared").resolve("channels/fixtures");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    return CaseFiles.read(folder, json -> json).stream()
        .filter(json -> json.path("channel").asString("").equals(type.name()))
        .map(WebhookCase::of)
        .toList();
  }

  /** The outermost folder above us that has a POM. */
  private static Path repositoryRoot() {
    Path here = Path.of("").toAbsolutePath();
    return Stream.iterate(here, Objects::nonNull, Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("pom.xml")))
        .reduce((_, outer) -> outer)
        .orElse(here);
  }
}
