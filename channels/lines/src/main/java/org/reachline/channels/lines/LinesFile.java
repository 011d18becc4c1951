package org.reachline.channels.lines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reachline.channels.spi.ChannelAdapter;
import org.reachline.channels.spi.ChannelConfig;
import org.reachline.channels.spi.ConfigSpec.Reading;
import org.reachline.channels.spi.PublicUrl;
import org.reachline.contracts.LineId;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads the lines file. Every line is read on its own: a broken one is named with its field, and
 * the others run.
 */
public final class LinesFile {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Map<String, ChannelAdapter> adapters;
  private final SecretReader secrets;

  public LinesFile(Collection<ChannelAdapter> adapters, SecretReader secrets) {
    this.adapters = adapters.stream().collect(Collectors.toMap(a -> a.type().name(), a -> a));
    this.secrets = secrets;
  }

  /**
   * What a file holds.
   *
   * @param lines those that can run, by id
   * @param problems everything that is wrong
   */
  public record Contents(Map<LineId, ConfiguredLine> lines, List<LineProblem> problems) {
    public Contents {
      lines = Map.copyOf(lines);
      problems = List.copyOf(problems);
    }
  }

  /** Reads the file; a missing or unreadable one is a problem like any other. */
  public Contents read(Path file) {
    Map<LineId, ConfiguredLine> lines = new LinkedHashMap<>();
    List<LineProblem> problems = new ArrayList<>();
    Problems whole = new Problems(file, "(all)", problems);
    List<@Nullable Entry> entries = entries(file, whole);
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry == null) {
        new Problems(file, "lines[" + i + "]", problems).add("id", "the entry is empty");
      } else {
        put(entry, new Problems(file, nameOf(entry, i), problems), lines);
      }
    }
    return new Contents(lines, problems);
  }

  /** One entry as it is written; anything may be missing. */
  record Entry(
      @Nullable String id,
      @Nullable String channel,
      @Nullable String use,
      @Nullable String publicUrl,
      @Nullable Map<String, String> settings,
      @Nullable Map<String, String> secrets) {}

  record Document(@Nullable List<@Nullable Entry> lines) {}

  private record Problems(Path file, String line, List<LineProblem> all) {
    void add(String field, String advice) {
      all.add(new LineProblem(file.toString(), line, field, advice));
    }
  }

  private static List<@Nullable Entry> entries(Path file, Problems problems) {
    if (!Files.isRegularFile(file)) {
      problems.add("file", "there is no such file; point reachline.lines at one");
      return List.of();
    }
    try {
      @Nullable Document document = YAML.readValue(file.toFile(), Document.class);
      @Nullable List<@Nullable Entry> lines = document == null ? null : document.lines();
      if (lines == null) {
        problems.add("lines", "the list `lines:` is missing");
      }
      return lines == null ? List.of() : lines;
    } catch (JacksonException broken) { // its message may quote the file
      var at = broken.getLocation();
      problems.add(
          "row " + at.getLineNr() + ", column " + at.getColumnNr(),
          "not readable as YAML of this shape");
      return List.of();
    }
  }

  private void put(Entry entry, Problems problems, Map<LineId, ConfiguredLine> lines) {
    int before = problems.all().size();
    LineId id = idOf(entry, problems);
    ChannelAdapter adapter = adapterOf(entry, problems);
    ConfiguredLine.Use use = useOf(entry, problems);
    PublicUrl url = urlOf(entry, problems);
    ChannelConfig config = adapter == null ? null : configOf(entry, adapter, problems);
    if (id != null
        && adapter != null
        && use != null
        && url != null
        && config != null
        && problems.all().size() == before) {
      if (lines.putIfAbsent(id, new ConfiguredLine(id, adapter, config, url, use)) != null) {
        problems.add("id", "another line has the same id; the first one runs");
      }
    }
  }

  private static String nameOf(Entry entry, int index) {
    String id = entry.id();
    return id == null ? "lines[" + index + "]" : id;
  }

  private static @Nullable LineId idOf(Entry entry, Problems problems) {
    String id = entry.id();
    try {
      if (id != null) {
        return new LineId(id);
      }
    } catch (IllegalArgumentException malformed) {
      problems.add("id", "write agency.code, such as harbor.main");
      return null;
    }
    problems.add("id", "is missing; write agency.code, such as harbor.main");
    return null;
  }

  private @Nullable ChannelAdapter adapterOf(Entry entry, Problems problems) {
    String channel = entry.channel();
    ChannelAdapter adapter = channel == null ? null : adapters.get(channel);
    if (adapter == null) {
      problems.add(
          "channel", "write one of " + String.join(", ", new TreeMap<>(adapters).keySet()));
    }
    return adapter;
  }

  private static ConfiguredLine.@Nullable Use useOf(Entry entry, Problems problems) {
    String use = entry.use();
    if (use == null || use.equals("clients")) {
      return ConfiguredLine.Use.CLIENTS;
    }
    if (use.toLowerCase(Locale.ROOT).equals("staff")) {
      return ConfiguredLine.Use.STAFF;
    }
    problems.add("use", "write clients or staff");
    return null;
  }

  private static @Nullable PublicUrl urlOf(Entry entry, Problems problems) {
    String url = entry.publicUrl();
    if (url == null || !(url.startsWith("https://") || url.startsWith("http://"))) {
      problems.add("publicUrl", "write the webhook address exactly as the provider has it");
      return null;
    }
    return new PublicUrl(url);
  }

  private @Nullable ChannelConfig configOf(Entry entry, ChannelAdapter adapter, Problems problems) {
    Map<String, String> all = new LinkedHashMap<>();
    Map<String, String> settings = entry.settings();
    if (settings != null) {
      all.putAll(settings);
    }
    int before = problems.all().size();
    Map<String, String> references = entry.secrets();
    if (references != null) {
      references.forEach((field, reference) -> resolve(field, reference, all, problems));
    }
    return problems.all().size() > before ? null : checked(adapter, all, problems);
  }

  private void resolve(
      String field, @Nullable String reference, Map<String, String> into, Problems problems) {
    switch (secrets.read(reference == null ? "" : reference)) {
      case SecretReader.Secretly.Found(var value) -> into.put(field, value);
      case SecretReader.Secretly.Lacking(var advice) -> problems.add("secrets." + field, advice);
    }
  }

  private static @Nullable ChannelConfig checked(
      ChannelAdapter adapter, Map<String, String> all, Problems problems) {
    return switch (adapter.configSpec().read(adapter.type(), all)) {
      case Reading.Usable(var config) -> config;
      case Reading.Wrong(var mistakes) -> {
        mistakes.forEach(m -> problems.add(m.field(), m.code()));
        yield null;
      }
    };
  }
}
