package org.reachline.trust.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.reachline.contracts.AgencyId;
import org.reachline.trust.testing.Spellings.Haystack;

/**
 * Looks for the canaries wherever bytes come out: what a test puts into messages under these names
 * must be found nowhere in the clear. Every method fails naming the place, the word and its form.
 */
public final class CanaryScan {
  public static final String NAME = "Zephyrine Quillfeather";
  public static final String PHONE = "+15550100142";
  private static final String ADDRESS = "1742 Wobbegong Court";
  private static final String HARBOR_SENTENCE = "the vexillary otters stole my galoshes again";
  private static final String MIRROR_SENTENCE = "a tatterdemalion stork hid my mackintosh again";

  private static final Canary MIRROR_WORDS =
      new Canary("mirror's sentence", "tatterdemalion", "mackintosh");
  private static final List<Canary> ALL =
      List.of(
          new Canary("name", "Zephyrine", "Quillfeather"),
          new Canary("phone", "5550100142", "555-010-0142", "555) 010-0142", "555 010 0142"),
          new Canary("address", "Wobbegong"),
          new Canary("harbor's sentence", "vexillary", "galoshes"),
          MIRROR_WORDS);

  private final Map<String, Callable<byte[]>> later = new LinkedHashMap<>();

  CanaryScan() {}

  /** The client's name. */
  public String name() {
    return NAME;
  }

  /** The client's number in E.164. */
  public String phone() {
    return PHONE;
  }

  /** A street address. */
  public String address() {
    return ADDRESS;
  }

  /** Words of the client, different for each agency. Join them with whatever the test needs. */
  public String sentence(AgencyId agency) {
    return agency.equals(Planted.MIRROR) ? MIRROR_SENTENCE : HARBOR_SENTENCE;
  }

  /** No canary at all in a text. */
  public void text(String where, String text) {
    bytes(where, text.getBytes(StandardCharsets.UTF_8));
  }

  /** No canary at all in bytes, such as a request that left or a file. */
  public void bytes(String where, byte[] bytes) {
    refuse(where, ALL, bytes);
  }

  /** Nothing of the mirror in a page or answer that harbor's staff got. */
  public void foreign(String where, String text) {
    foreign(where, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same, for bytes. */
  public void foreign(String where, byte[] bytes) {
    refuse(where, List.of(MIRROR_WORDS), bytes);
  }

  /** No canary in any record of these topics, keys and headers included. */
  public void topics(String bootstrapServers, String... topics) {
    for (String topic : topics) {
      Records.all(bootstrapServers, topic)
          .forEach((where, bytes) -> bytes(topic + " " + where, bytes));
    }
  }

  /** No canary in any document of a database. */
  public void database(String mongoUri) {
    Documents.all(mongoUri).forEach(this::text);
  }

  /** No canary on a page open to operations, such as the metrics. */
  public void page(String where, String url) {
    bytes(where, fetch(url));
  }

  /** No canary in any file of a folder, such as a spool. */
  public void folder(Path folder) {
    Folders.files(folder).forEach(file -> bytes(file.toString(), Folders.read(file)));
  }

  /** Something to scan after every test of the class. */
  public void later(String where, Callable<byte[]> source) {
    later.put(where, source);
  }

  void scanRegistered() throws Exception {
    for (var source : later.entrySet()) {
      bytes(source.getKey(), source.getValue().call());
    }
  }

  static List<String> found(byte[] bytes) {
    return found(ALL, bytes);
  }

  private static void refuse(String where, List<Canary> canaries, byte[] bytes) {
    List<String> found = found(canaries, bytes);
    if (!found.isEmpty()) {
      throw new AssertionError("in the clear in " + where + ": " + String.join(", ", found));
    }
  }

  private static List<String> found(List<Canary> canaries, byte[] bytes) {
    Haystack text = Haystack.of(bytes);
    return canaries.stream().flatMap(canary -> canary.in(text).stream()).toList();
  }

  private static byte[] fetch(String url) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer =
          http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new AssertionError(url + " answered " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException unreachable) {
      throw new AssertionError("cannot read " + url, unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
