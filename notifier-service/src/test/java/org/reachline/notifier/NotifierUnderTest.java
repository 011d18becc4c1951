package org.reachline.notifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.Samples;
import org.reachline.contracts.Topics;
import org.reachline.contracts.Topics.Topic;
import org.reachline.contracts.events.Event;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.TopicSpec;
import org.reachline.trust.Role;
import org.reachline.trust.staff.Member;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.SignedInAs;
import org.reachline.trust.testing.StruckConsumer;
import org.reachline.trust.topics.Incoming.Read;
import org.reachline.trust.topics.TopicReader;
import org.reachline.trust.topics.TopicWriter;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a real broker and store, with a provider at the far end of HTTP. */
public final class NotifierUnderTest implements AutoCloseable {
  private static final String TOKEN = "test-token-of-nobody";
  private static final String HOOKS = "https://hooks.example.test/staff-hooks/";

  private final Backbone backbone;
  private final Planted planted;
  private final String store;
  private final ProviderStub provider = new ProviderStub();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Producer<String, byte[]> producer;
  private final ConfigurableApplicationContext context;

  private NotifierUnderTest(Backbone backbone, Planted planted, Path folder, String store) {
    this.backbone = backbone;
    this.planted = planted;
    this.store = store;
    backbone.freshTopics(
        List.of(
            new TopicSpec(Topics.OUTBOUND, 2),
            new TopicSpec(Topics.CRISES, 2),
            new TopicSpec(Topics.RECEIPTS, 2),
            new TopicSpec(Topics.DELIVERY, 2),
            new TopicSpec(Topics.ESCALATIONS, 2),
            new TopicSpec(Topics.DEAD_LETTERS, 1)));
    this.producer = backbone.newProducer();
    this.context = start(folder);
  }

  public static NotifierUnderTest start(Backbone backbone, Planted planted, Path folder) {
    return start(backbone, planted, folder, backbone.mongoUri());
  }

  /** One that reaches its store at another address. */
  public static NotifierUnderTest start(
      Backbone backbone, Planted planted, Path folder, String store) {
    return new NotifierUnderTest(backbone, planted, folder, store);
  }

  private ConfigurableApplicationContext start(Path folder) {
    Map<String, Object> settings = new HashMap<>(planted.properties());
    settings.put("server.port", 0);
    settings.put("management.server.port", 0);
    settings.put("spring.kafka.bootstrap-servers", backbone.bootstrapServers());
    settings.put("spring.mongodb.uri", store);
    settings.put("reachline.lines", lines(folder).toString());
    settings.put("reachline.notifier.on-call", onCall(folder).toString());
    settings.put("reachline.notifier.first-retry", "200ms");
    settings.put("reachline.notifier.beat", "500ms");
    settings.put(StruckConsumer.SETTING, StruckConsumer.class.getName());
    for (String group : List.of("dispatch", "receipts", "escalations")) {
      settings.put("reachline.notifier.groups." + group, backbone.groupId(group));
    }
    return NotifierServiceApplication.application().run(arguments(settings));
  }

  /** As command line arguments: they win over the settings file. */
  private static String[] arguments(Map<String, Object> settings) {
    return settings.entrySet().stream()
        .map(e -> "--" + e.getKey() + "=" + e.getValue())
        .toArray(String[]::new);
  }

  private Path lines(Path folder) {
    write(folder.resolve("token"), TOKEN);
    String agencies =
        Arrays.asList("harbor", "mirror").stream()
            .map(
                agency ->
                    """
                      - id: %1$s.front-desk
                        channel: twilio
                        publicUrl: https://hooks.example.test/hooks/%1$s/front-desk
                        settings: {accountSid: AC1, address: "+12065550100", apiBase: "%2$s"}
                        secrets: {authToken: "file:%3$s"}
                      - id: %1$s.pager
                        channel: twilio
                        use: staff
                        publicUrl: https://hooks.example.test/staff-hooks/%1$s/pager
                        settings: {accountSid: AC1, address: "+12065550111", apiBase: "%2$s"}
                        secrets: {authToken: "file:%3$s"}
                    """
                        .formatted(agency, provider.url(), folder.resolve("token")))
            .collect(Collectors.joining());
    return write(folder.resolve("lines.yaml"), "lines:\n" + agencies);
  }

  private Path onCall(Path folder) {
    String agencies =
        Arrays.asList("harbor", "mirror").stream()
            .map(
                agency ->
                    """
                      %1$s:
                        line: %1$s.pager
                        ack-timeout: 10m
                        link-base: https://p.example.test
                        open-link: true
                        steps:
                          - {targets: [%2$s], delay: 60s}
                          - {targets: [%3$s], delay: 60s}
                        last-resort: [%4$s]
                    """
                        .formatted(
                            agency,
                            member(agency, Role.ON_CALL).id(),
                            member(agency, Role.SUPERVISOR).id(),
                            member(agency, Role.WORKER).id()))
            .collect(Collectors.joining());
    return write(folder.resolve("on-call.yaml"), "on-call:\n" + agencies);
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Member member(String agency, Role role) {
    return planted.member(new AgencyId(agency), role);
  }

  public static String phone(Member member) {
    return member.phone().reveal().substring("tel:".length());
  }

  public ProviderStub provider() {
    return provider;
  }

  public ConfigurableApplicationContext context() {
    return context;
  }

  public int port() {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  /** Publishes as the service that owns the topic would. */
  public <E extends Event> void publish(Topic<E> topic, E event) {
    new TopicWriter<>(topic, "test", producer).publish(event).join();
  }

  public void publishRaw(org.reachline.contracts.wire.Wire wire) {
    TopicWriter.send(producer, wire).join();
  }

  /** Every event on a topic so far, of one agency. */
  public <E extends Event> List<E> events(Topic<E> topic, AgencyId agency) {
    TopicReader<E> reader = new TopicReader<>(topic, "test");
    return backbone.records(topic.name()).stream()
        .map(reader::read)
        .filter(Read.class::isInstance)
        .map(read -> ((Read<E>) read).event())
        .filter(event -> event.agency().equals(agency))
        .toList();
  }

  public List<ConsumerRecord<String, byte[]>> deadLetters() {
    return backbone.records(Topics.DEAD_LETTERS);
  }

  /** A text from somebody's phone to the staff line, signed as the provider does. */
  public HttpResponse<String> text(String agency, String from, String words, String sid) {
    Map<String, String> form = new TreeMap<>();
    form.put("MessageSid", sid);
    form.put("AccountSid", "AC1");
    form.put("From", from);
    form.put("To", "+12065550111");
    form.put("Body", words);
    form.put("NumMedia", "0");
    return signed(agency + "/pager", form);
  }

  /** What became of a page, at the address the page carried. */
  public HttpResponse<String> receipt(ProviderStub.Taken page, String status) {
    Map<String, String> form = new TreeMap<>();
    form.put("MessageSid", page.sid());
    form.put("AccountSid", "AC1");
    form.put("From", page.from());
    form.put("To", page.to());
    form.put("MessageStatus", status);
    return signed(page.callback().substring(HOOKS.length()), form);
  }

  private HttpResponse<String> signed(String path, Map<String, String> form) {
    StringBuilder all = new StringBuilder(HOOKS + path);
    new TreeMap<>(form).forEach((name, value) -> all.append(name).append(value));
    return post("/staff-hooks/" + path, form, Map.of("X-Twilio-Signature", mac(all.toString())));
  }

  private static String mac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> post(
      String path, Map<String, String> form, Map<String, String> headers) {
    String body =
        form.entrySet().stream()
            .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return send(request.build());
  }

  /** A button of a page, pressed by somebody who is signed in. */
  public HttpResponse<String> press(String path, Member who, Map<String, String> fields) {
    SignedInAs session = planted.signedIn(who, Instant.now());
    Map<String, String> form = new HashMap<>(fields);
    form.put("csrf", session.csrf());
    return post(path, form, Map.of("Cookie", session.cookie(), "Sec-Fetch-Site", "same-origin"));
  }

  public HttpResponse<String> get(String path, Member who) {
    SignedInAs session = planted.signedIn(who, Instant.now());
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Cookie", session.cookie())
            .header("Accept", "text/html")
            .build());
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).header("Accept", "text/html").build());
  }

  public SignedInAs session(Member who) {
    return planted.signedIn(who, Instant.now());
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public static Samples samples(String agency) {
    return Samples.of(new AgencyId(agency));
  }

  @Override
  public void close() {
    context.close();
    provider.close();
    http.close();
  }
}
