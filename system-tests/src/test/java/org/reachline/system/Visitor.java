package org.reachline.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.StaffId;
import org.reachline.standalone.Tenant;
import org.reachline.trust.keys.Keyring;
import org.reachline.trust.keys.Purpose;
import org.reachline.trust.keys.Sealing;
import org.reachline.trust.staff.StaffDirectory;
import org.reachline.trust.web.Revocations;
import org.reachline.trust.web.Sessions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A member of staff at the front door, with a session of their own. */
final class Visitor {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern NUMBER = Pattern.compile("\\((\\d+)\\)");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final String cookie;

  private Visitor(String base, String cookie) {
    this.base = base;
    this.cookie = cookie;
  }

  /** Signs somebody in with the keys of the machine's own folder. */
  static Visitor of(Tenant tenant, String name, Path data, String base) {
    Set<AgencyId> agencies = Set.of(tenant.id());
    Keyring keys = Keyring.open(data.resolve("keys"), agencies, Set.of(Purpose.SESSION));
    StaffDirectory staff =
        StaffDirectory.read(data.resolve("staff.yaml"), Set.of(Town.HARBOR.id(), Town.MIRROR.id()));
    Sessions sessions = new Sessions(new Sealing(keys), staff, new Revocations(), true);
    StaffId who = tenant.person(name);
    var cookie = sessions.issue(who, Instant.now());
    return new Visitor(base, cookie.getName() + "=" + cookie.getValue());
  }

  /** What was answered. */
  record Answered(int status, String body) {}

  Answered get(String path) {
    return send(request(path).GET());
  }

  /** A command as a script gives it. */
  Answered post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "system-test")
            .header("If-Match", "\"1\"")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** The ids of the cases this person sees. */
  List<String> cases() {
    List<String> ids = new ArrayList<>();
    json("/api/v1/cases?view=team&limit=200")
        .path("cases")
        .forEach(one -> ids.add(one.path("id").asString("")));
    return ids;
  }

  /** The numbers in the clients' words, case by case, in the order of each thread. */
  Set<List<Integer>> threads() {
    Set<List<Integer>> threads = new HashSet<>();
    for (String id : cases()) {
      threads.add(numbers(json("/api/v1/cases/" + id).path("entries")));
    }
    return threads;
  }

  private static List<Integer> numbers(JsonNode entries) {
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode entry : entries) {
      Matcher number = NUMBER.matcher(entry.path("text").asString(""));
      if (entry.path("author").asString("").equals("client") && number.find()) {
        numbers.add(Integer.valueOf(number.group(1)));
      }
    }
    return numbers;
  }

  private JsonNode json(String path) {
    return JSON.readTree(get(path).body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).header("Cookie", cookie);
  }

  private Answered send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answered(answer.statusCode(), answer.body());
    } catch (IOException away) {
      throw new AssertionError("the front door does not answer", away);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
