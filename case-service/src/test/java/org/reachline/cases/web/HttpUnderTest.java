package org.reachline.cases.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reachline.cases.CaseFlow;
import org.reachline.cases.CaseServiceApplication;
import org.reachline.cases.DutyFlow;
import org.reachline.cases.World;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.store.CaseStore;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.Derived;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.ConsentSignal;
import org.reachline.contracts.events.EscalationEvent;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.events.OutboundEvent.SendRequested;
import org.reachline.contracts.personal.Address;
import org.reachline.contracts.personal.InboundContent;
import org.reachline.contracts.personal.MessageText;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.TopicSpec;
import org.reachline.trust.Role;
import org.reachline.trust.Scope;
import org.reachline.trust.keys.Place;
import org.reachline.trust.keys.Purpose;
import org.reachline.trust.staff.Member;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.SignedInAs;
import org.reachline.trust.testing.TwoAgencies;
import org.reachline.trust.topics.Incoming;
import org.reachline.trust.topics.TopicReader;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a real broker and store, and people who use it over HTTP. */
final class HttpUnderTest implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final Planted planted = TwoAgencies.planted();
  private final Backbone backbone;
  private final ConfigurableApplicationContext service;
  private final String site;

  private HttpUnderTest(Backbone backbone, String mongo, String... more) {
    this.backbone = backbone;
    backbone.freshTopics(Topics.ALL.stream().map(topic -> new TopicSpec(topic.name(), 1)).toList());
    backbone.freshTopics(new TopicSpec(Topics.DEAD_LETTERS, 1));
    this.service =
        CaseServiceApplication.application().run(settings(backbone, mongo, planted, List.of(more)));
    this.site = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
  }

  static HttpUnderTest start(Backbone backbone) {
    return start(backbone, backbone.mongoUri());
  }

  static HttpUnderTest start(Backbone backbone, String mongo, String... more) {
    return new HttpUnderTest(backbone, mongo, more);
  }

  private static String[] settings(
      Backbone backbone, String mongo, Planted planted, List<String> more) {
    List<String> settings = new ArrayList<>(more);
    planted.properties().forEach((key, value) -> settings.add(key + "=" + value));
    settings.add("server.port=0");
    settings.add("management.server.port=0");
    settings.add("spring.mongodb.uri=" + mongo);
    settings.add("spring.kafka.bootstrap-servers=" + backbone.bootstrapServers());
    settings.add("reachline.cases.sweep-every=500ms");
    for (String group :
        List.of("cases", "crisis", "delivery", "crises", "escalations", "samples")) {
      settings.add("reachline.cases.groups." + group + "=" + backbone.groupId(group));
    }
    return settings.stream().map(setting -> "--" + setting).toArray(String[]::new);
  }

  /** A client's words, taken as a listener would; returns when they are stored. */
  InboundEvent.MessageReceived says(AgencyId agency, String phone, String id, String words) {
    InboundEvent.MessageReceived event = sealed(agency, phone, id, words);
    accept(event);
    return event;
  }

  /** The same, as the gateway would seal it, and not yet taken. */
  InboundEvent.MessageReceived sealed(AgencyId agency, String phone, String id, String words) {
    MessageId message = planted.ids().message(planted.line(agency), id);
    Address address = new Address("tel:" + phone);
    InboundContent content =
        new InboundContent(
            address,
            new Address("tel:+15550100001"),
            planted.clientName(),
            new MessageText(words),
            List.of());
    Instant now = Instant.now();
    return new InboundEvent.MessageReceived(
        message,
        planted.ids().conversation(agency, address),
        planted.line(agency),
        "twilio",
        "text",
        now,
        now,
        planted
            .sealing()
            .seal(
                agency,
                Purpose.INTAKE,
                Place.ofEvent(Topics.INBOUND, message.value() + "/MessageReceived"),
                content));
  }

  void stops(InboundEvent.MessageReceived earlier, String id) {
    accept(
        new InboundEvent.ConsentSignalled(
            planted.ids().message(earlier.line(), id),
            earlier.conversationId(),
            earlier.line(),
            "twilio",
            ConsentSignal.STOP,
            true,
            Instant.now()));
  }

  /** Somebody takes the crisis of a message, and so it gets no automatic answer any more. */
  void takes(InboundEvent.MessageReceived message, StaffId by) {
    CrisisId crisis = Derived.crisis(message.messageId());
    Instant now = Instant.now();
    service
        .getBean(DutyFlow.class)
        .accept(
            List.of(
                World.item(
                    new EscalationEvent.Acknowledged(
                        Derived.escalation(crisis),
                        3,
                        crisis,
                        message.conversationId(),
                        by,
                        EscalationEvent.Method.SMS,
                        true,
                        now,
                        now))));
  }

  private void accept(InboundEvent event) {
    service.getBean(CaseFlow.class).accept(List.of(World.item(event)));
  }

  /** The case a message stands in, as it is stored. */
  CaseFile file(InboundEvent.MessageReceived event) {
    CaseStore store = store();
    Scope scope = Scope.ofEvent(event, "test");
    return World.found(
        store.files(),
        scope,
        World.found(store.placed(), scope, event.messageId().value()).caseId());
  }

  CaseFile file(CaseFile known) {
    Scope scope = Scope.ofSweep(known.id().agency(), "test");
    return World.found(store().files(), scope, known.id());
  }

  CaseStore store() {
    return service.getBean(CaseStore.class);
  }

  <T> T bean(Class<T> type) {
    return service.getBean(type);
  }

  List<SendRequested> sends(CaseFile file) {
    TopicReader<?> reader = new TopicReader<>(Topics.OF_OUTBOUND, "test");
    return backbone.records(Topics.OUTBOUND).stream()
        .flatMap(
            record ->
                reader.read(record) instanceof Incoming.Read<?>(var _, SendRequested send)
                    ? Stream.of(send)
                    : Stream.empty())
        .filter(send -> send.caseId().equals(file.id()))
        .toList();
  }

  Person as(AgencyId agency, Role role) {
    Member member = planted.member(agency, role);
    return new Person(member, planted.signedIn(member, Instant.now()), Map.of());
  }

  /** Somebody with a browser or a script. */
  final class Person {
    final Member member;
    private final SignedInAs session;
    private final Map<String, String> headers;

    Person(Member member, SignedInAs session, Map<String, String> headers) {
      this.member = member;
      this.session = session;
      this.headers = headers;
    }

    String cookie() {
      return session.cookie();
    }

    Person with(String header, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(header, value);
      return new Person(member, session, more);
    }

    HttpResponse<String> get(String path) {
      return send(request(path, "text/html").GET(), BodyHandlers.ofString());
    }

    HttpResponse<String> read(String path) {
      return send(request(path, "application/json").GET(), BodyHandlers.ofString());
    }

    HttpResponse<Stream<String>> listen(String path) {
      return send(request(path, "text/event-stream").GET(), BodyHandlers.ofLines());
    }

    /** A form of a page of ours. */
    HttpResponse<String> post(String path, Map<String, String> fields) {
      Map<String, String> form = new LinkedHashMap<>(fields);
      form.put("csrf", session.csrf());
      return form(path, form);
    }

    /** A form as it is. */
    HttpResponse<String> form(String path, Map<String, String> fields) {
      String body =
          fields.entrySet().stream()
              .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
              .collect(Collectors.joining("&"));
      return send(
          request(path, "text/html")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Sec-Fetch-Site", "same-origin")
              .POST(BodyPublishers.ofString(body)),
          BodyHandlers.ofString());
    }

    /** A command of a script. */
    HttpResponse<String> command(String path, String json) {
      return send(
          request(path, "application/json")
              .header("Content-Type", "application/json")
              .header("Origin", site)
              .header("X-CSRF", session.csrf())
              .POST(BodyPublishers.ofString(json)),
          BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String accept) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(site + path))
              .header("Accept", accept)
              .header("Cookie", session.cookie());
      headers.forEach(request::header);
      return request;
    }

    private static <T> HttpResponse<T> send(
        HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
      try {
        return Objects.requireNonNull(HTTP.send(request.build(), body));
      } catch (IOException unreachable) {
        throw new AssertionError(unreachable);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new AssertionError(stopped);
      }
    }
  }

  @Override
  public void close() {
    service.close();
  }
}
