package org.reachline.contracts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.reachline.contracts.Topics.Topic;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.personal.Address;
import org.reachline.contracts.personal.InboundContent;
import org.reachline.contracts.personal.InboundContent.Attachment;
import org.reachline.contracts.personal.MediaAddress;
import org.reachline.contracts.personal.MessageText;
import org.reachline.contracts.personal.OutboundContent;
import org.reachline.contracts.personal.PersonName;
import org.reachline.contracts.personal.QuarantinedRequest;
import org.reachline.contracts.wire.EventCodec;
import org.reachline.contracts.wire.Wire;

/**
 * One cold night of one agency: its ids, one event of every type, and what lies in the sealed
 * parts. The same in every run, and nothing of one agency is equal to anything of another.
 */
public final class Samples {
  public static final AgencyId HARBOR = new AgencyId("harbor");
  public static final AgencyId MIRROR = new AgencyId("mirror");

  /** When the gateway accepted the client's message; everything else happens around it. */
  public static final Instant ACCEPTED = Instant.parse("2026-01-17T04:12:07.250Z");

  /** The client's words. */
  public static final String WORDS =
      "been outside since 6 n cant feel my hands. getting sleepy. nowhere open";

  private final AgencyId agency;

  private Samples(AgencyId agency) {
    this.agency = agency;
  }

  /** The night as it happens to an agency. */
  public static Samples of(AgencyId agency) {
    return new Samples(agency);
  }

  /** One event of every type, in the order of {@link Topics#ALL} and within it of the story. */
  public List<Event> events() {
    List<Event> events = new ArrayList<>();
    events.addAll(SampleMessages.inbound(this));
    events.addAll(SampleMessages.receipts(this));
    events.addAll(SampleMessages.quarantine(this));
    events.addAll(SampleCare.cases(this));
    events.addAll(SampleCare.crises(this));
    events.addAll(SampleMessages.outbound(this));
    events.addAll(SampleMessages.delivery(this));
    events.addAll(SampleCare.escalations(this));
    return List.copyOf(events);
  }

  /** The events of one topic. */
  public <E extends Event> List<E> events(Topic<E> topic) {
    return events().stream().filter(topic.family()::isInstance).map(topic.family()::cast).toList();
  }

  /** The event of a type. */
  public <E extends Event> E event(Class<E> type) {
    return events().stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  /** The topic an event belongs to. */
  public static Topic<? extends Event> topicOf(Event event) {
    return Topics.ALL.stream()
        .filter(topic -> topic.family().isInstance(event))
        .findFirst()
        .orElseThrow();
  }

  /** The record an event becomes when the service that owns its topic writes it. */
  public static Wire wireOf(Event event) {
    return encode(topicOf(event), event);
  }

  private static <E extends Event> Wire encode(Topic<E> topic, Event event) {
    return codec(topic).encode(topic.family().cast(event));
  }

  /** The codec of a topic in the service that writes it. */
  public static <E extends Event> EventCodec<E> codec(Topic<E> topic) {
    return new EventCodec<>(topic, "/reachline/" + writerOf(topic.name()));
  }

  private static String writerOf(String topic) {
    return switch (topic) {
      case Topics.INBOUND, Topics.RECEIPTS, Topics.QUARANTINE -> "inbound-gateway";
      case Topics.CASES, Topics.CRISES, Topics.OUTBOUND -> "case-service";
      case Topics.DELIVERY, Topics.ESCALATIONS -> "notifier-service";
      default -> throw new IllegalArgumentException(topic);
    };
  }

  public AgencyId agency() {
    return agency;
  }

  public LineId line() {
    return LineId.of(agency, "front-desk");
  }

  /** The client's message that shows the crisis. */
  public MessageId message() {
    return id(MessageId::new, "message");
  }

  /** The worker's answer to it. */
  public MessageId reply() {
    return Derived.message(command());
  }

  public ConversationId conversation() {
    return id(ConversationId::new, "conversation");
  }

  public ClientId client() {
    return Derived.client(conversation(), message());
  }

  public CaseId caseId() {
    return Derived.caseOf(message());
  }

  public CrisisId crisis() {
    return Derived.crisis(message());
  }

  public EscalationId escalation() {
    return Derived.escalation(crisis());
  }

  public PageId page() {
    return Derived.page(escalation(), "1");
  }

  public RequestId request() {
    return id(RequestId::new, "request");
  }

  public CommandId command() {
    return id(CommandId::new, "command");
  }

  /** The caseworker of the client. */
  public StaffId worker() {
    return id(StaffId::new, "worker");
  }

  /** Who is on call and takes the page. */
  public StaffId onCall() {
    return id(StaffId::new, "on-call");
  }

  /** A further id of any kind: the same name gives the same id, another agency another one. */
  public <T> T id(Function<String, T> kind, String name) {
    return kind.apply(agency.value() + ".1." + Derived.base32(hash("id", name)));
  }

  /** A box of the right form that no key opens. */
  public Sealed sealed(String name) {
    return new Sealed(Base64.getUrlEncoder().withoutPadding().encodeToString(hash("box", name)));
  }

  /** A moment of the night, seconds after the message was accepted. */
  public Instant at(double seconds) {
    return ACCEPTED.plus(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  /** Where the client is reached. */
  public Address clientAddress() {
    return new Address(agency.equals(HARBOR) ? "tel:+12065550142" : "tel:+12065550177");
  }

  /** The agency's own number. */
  public Address lineAddress() {
    return new Address(agency.equals(HARBOR) ? "tel:+12065550100" : "tel:+12065550170");
  }

  /** What the client sent, with a picture. */
  public InboundContent inbound() {
    String picture = "https://media.provider.example/" + agency.value() + "/ME01";
    return new InboundContent(
        clientAddress(),
        lineAddress(),
        new PersonName(agency.equals(HARBOR) ? "Wren Okafor" : "Marisol Quist"),
        new MessageText(WORDS),
        List.of(new Attachment("image", "image/jpeg", new MediaAddress(picture))));
  }

  /** What the worker answers. */
  public OutboundContent outbound() {
    return new OutboundContent(
        clientAddress(), new MessageText("Stay where you are, a van is coming. 10 minutes."));
  }

  /** A request whose signature did not hold. */
  public QuarantinedRequest rejected() {
    byte[] body = "Body=let+me+in&From=%2B12065550166".getBytes(StandardCharsets.US_ASCII);
    return new QuarantinedRequest(
        "POST",
        new MessageText("attempt=2"),
        List.of(
            new QuarantinedRequest.Header(
                "content-type", new MessageText("application/x-www-form-urlencoded")),
            new QuarantinedRequest.Header("x-twilio-signature", new MessageText("AAAA"))),
        new MessageText(Base64.getEncoder().encodeToString(body)));
  }

  private byte[] hash(String what, String name) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((what + "|" + agency.value() + "|" + name).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
