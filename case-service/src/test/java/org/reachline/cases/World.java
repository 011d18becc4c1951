package org.reachline.cases;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.reachline.cases.core.Rules;
import org.reachline.cases.reading.Library;
import org.reachline.cases.store.Boxes;
import org.reachline.cases.store.CaseStore;
import org.reachline.cases.store.MemoryCaseStore;
import org.reachline.cases.store.MemoryExampleStore;
import org.reachline.cases.store.Shelf;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Sealed;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.ConsentSignal;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.personal.Address;
import org.reachline.contracts.personal.InboundContent;
import org.reachline.contracts.personal.MessageText;
import org.reachline.contracts.personal.PersonName;
import org.reachline.contracts.wire.Wire;
import org.reachline.triage.Assessment;
import org.reachline.triage.Category;
import org.reachline.triage.Finding;
import org.reachline.triage.Severity;
import org.reachline.trust.Scope;
import org.reachline.trust.keys.Place;
import org.reachline.trust.keys.Purpose;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.TwoAgencies;

/** What outlives a process in unit tests: topics, store, clock, keys. */
public final class World {
  static final AgencyId HARBOR = Planted.HARBOR;
  public static final Instant START = Instant.parse("2026-01-17T04:12:07.250Z");

  public final Planted planted = TwoAgencies.planted();
  public final MemoryCaseStore store = new MemoryCaseStore(this::now);
  public final MemoryExampleStore examples = new MemoryExampleStore();
  final List<InboundEvent> inbound = new ArrayList<>();
  final List<Event> published = new ArrayList<>();
  final List<Wire> buried = new ArrayList<>();
  public final Boxes boxes = new Boxes(planted.sealing());
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  public final CaseMetrics metrics = new CaseMetrics(meters);
  int committed;
  private Instant now = START;

  /**
   * Danger is what the test says it is: words beginning with "crisis", at home where they go on
   * with "abuse".
   */
  static final Library LIBRARY =
      (_, text, _) ->
          new Assessment.Assessed(
              text.startsWith("crisis")
                  ? List.of(
                      new Finding(
                          text.contains("abuse") ? Category.DOMESTIC_VIOLENCE : Category.EXPOSURE,
                          Severity.IMMINENT))
                  : List.of(),
              Severity.NONE,
              false,
              0,
              List.of(),
              List.of(),
              List.of(),
              "test");

  public Instant now() {
    return now;
  }

  public void passes(Duration time) {
    now = now.plus(time);
  }

  public Announcer announcer() {
    return new Announcer() {
      @Override
      public void publish(List<? extends Event> events) {
        published.addAll(events);
      }

      @Override
      public void bury(Wire letter) {
        buried.add(letter);
      }
    };
  }

  public static Rules rules() {
    return new Rules(new Rules.Policy("general", "default", Duration.ofDays(14)));
  }

  public CaseFlow flow(CaseStore through, Announcer out) {
    return flow(through, out, LIBRARY);
  }

  /** One that reads with this library. */
  public CaseFlow flowReading(Library library) {
    return flow(store, announcer(), library);
  }

  private CaseFlow flow(CaseStore through, Announcer out, Library library) {
    InstantSource clock = this::now;
    return new CaseFlow(
        boxes,
        new Reading(boxes, new Detector(library)),
        rules(),
        through,
        new Relay(through, boxes, out),
        out,
        metrics,
        clock);
  }

  public CaseFlow flow() {
    return flow(store, announcer());
  }

  CrisisLane lane(Announcer out) {
    return lane(out, LIBRARY);
  }

  /** One that reads with this library. */
  CrisisLane laneReading(Library library) {
    return lane(announcer(), library);
  }

  private CrisisLane lane(Announcer out, Library library) {
    return new CrisisLane(boxes, new Detector(library), out, new Recent(100), metrics, this::now);
  }

  public DutyFlow duty(CaseStore through, Announcer out) {
    return new DutyFlow(through, new Relay(through, boxes, out), metrics, this::now);
  }

  /** A sweeper that comes by an hour later. */
  Sweeper sweeper(CaseStore through, Announcer out) {
    InstantSource later = () -> now().plus(Duration.ofHours(1));
    return new Sweeper(
        through,
        new Writing(through, metrics, later),
        new Relay(through, boxes, out),
        List.of(HARBOR),
        Duration.ofSeconds(10),
        later);
  }

  public CommandFlow commands(CaseStore through, Announcer out) {
    return new CommandFlow(through, new Relay(through, boxes, out), metrics, this::now);
  }

  public Scope scope() {
    return Scope.ofSweep(HARBOR, "test");
  }

  public ConversationId conversation(String phone) {
    return planted.ids().conversation(HARBOR, address(phone));
  }

  public static Address address(String phone) {
    return new Address("tel:" + phone);
  }

  /** A document that must be there. */
  public static <K, T> T found(Shelf<K, T> shelf, Scope scope, K id) {
    return Objects.requireNonNull(shelf.one(scope, id));
  }

  /** A message of a phone, accepted now. */
  public InboundEvent.MessageReceived text(String phone, String providerId, String words) {
    LineId line = planted.line(HARBOR);
    MessageId id = planted.ids().message(line, providerId);
    InboundContent content =
        new InboundContent(
            address(phone),
            new Address("tel:+15550100001"),
            new PersonName(""),
            new MessageText(words),
            List.of());
    Sealed sealed =
        planted
            .sealing()
            .seal(
                HARBOR,
                Purpose.INTAKE,
                Place.ofEvent(Topics.INBOUND, id.value() + "/MessageReceived"),
                content);
    return new InboundEvent.MessageReceived(
        id, conversation(phone), line, "twilio", "text", now, now, sealed);
  }

  public InboundEvent.MessageEdited edit(
      InboundEvent.MessageReceived of, String providerId, String words) {
    MessageId id = planted.ids().message(of.line(), providerId);
    InboundContent content =
        new InboundContent(
            address("+15550100990"),
            new Address("tel:+15550100001"),
            new PersonName(""),
            new MessageText(words),
            List.of());
    Sealed sealed =
        planted
            .sealing()
            .seal(
                HARBOR,
                Purpose.INTAKE,
                Place.ofEvent(Topics.INBOUND, id.value() + "/MessageEdited"),
                content);
    return new InboundEvent.MessageEdited(
        id, of.messageId(), of.conversationId(), of.line(), now, sealed);
  }

  public InboundEvent.ConsentSignalled signal(
      String phone, String providerId, ConsentSignal signal, boolean answered) {
    LineId line = planted.line(HARBOR);
    return new InboundEvent.ConsentSignalled(
        planted.ids().message(line, providerId),
        conversation(phone),
        line,
        "twilio",
        signal,
        answered,
        now);
  }

  public static <E extends Event> Item<E> item(E event) {
    return new Item<>(
        Scope.ofEvent(event, "case-service"),
        event,
        code -> new Wire(Topics.DEAD_LETTERS, event.key(), Map.of("dl_code", code), new byte[0]));
  }

  static <E extends Event> List<Item<E>> items(List<E> events) {
    return events.stream().map(World::item).toList();
  }

  <E extends Event> List<E> published(Class<E> type) {
    return published.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
