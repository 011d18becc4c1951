package org.reachline.standalone;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.personal.Address;
import org.reachline.standalone.Hunts.Hunt;
import org.reachline.standalone.Hunts.Taken;
import org.reachline.standalone.PhonesState.Bubble;
import org.reachline.standalone.PhonesState.Station;
import org.reachline.standalone.provider.Arrival;
import org.reachline.standalone.provider.Attempt;
import org.reachline.standalone.provider.FakeTwilio;
import org.reachline.standalone.provider.Phones;
import org.reachline.standalone.provider.TextResult;
import org.reachline.trust.keys.KeyedIds;
import org.reachline.trust.staff.Member;
import org.reachline.trust.staff.StaffDirectory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * The people of the Phones page: what their hands do goes to the phone company, what their phones
 * show comes from it.
 */
final class Demo implements AutoCloseable {
  private final FakeTwilio provider;
  private final KeyedIds ids;
  private final StaffDirectory staff;
  private final Clock clock;
  private final Story story;
  private final TopicWatch watch;
  private final Phones.Subscription samsPhone;
  private final Phones.Subscription mayasPhone;
  private final Sinks.Many<Long> versions = Sinks.many().replay().latest();
  private volatile boolean outage;
  private final Map<String, Written> written = new ConcurrentHashMap<>();

  /**
   * A text somebody typed into a phone here; it exists in this process's memory only, as on the
   * phone.
   */
  private record Written(String id, String text, Instant at) {
    @Override
    public String toString() {
      return "Written[" + id + "]";
    }
  }

  Demo(
      FakeTwilio provider,
      KeyedIds ids,
      StaffDirectory staff,
      String bootstrapServers,
      Clock clock) {
    this.provider = provider;
    this.ids = ids;
    this.staff = staff;
    this.clock = clock;
    ConversationId conversation =
        ids.conversation(DemoAgency.TENANT.id(), new Address("tel:" + DemoAgency.CLIENT));
    this.story = new Story(conversation, clock.instant());
    this.samsPhone = provider.phones().subscribe(DemoAgency.CLIENT, _ -> changed());
    this.mayasPhone = provider.phones().subscribe(DemoAgency.MAYA_PHONE, this::rang);
    this.watch = new TopicWatch(bootstrapServers, this::seen);
    changed();
  }

  /** Sam texts. */
  CompletableFuture<TextResult> text(String words) {
    Instant now = clock.instant();
    return provider
        .textFrom(DemoAgency.CLIENT, DemoAgency.TENANT.clientNumber(), words)
        .whenComplete((result, _) -> sent(result, words, now));
  }

  /** Maya answers a page. */
  CompletableFuture<TextResult> reply(String words) {
    return provider.textFrom(DemoAgency.MAYA_PHONE, DemoAgency.TENANT.staffNumber(), words);
  }

  /** The phone company delivers Sam's last text again, many times. */
  CompletableFuture<Void> repeatLast(int times) {
    List<CompletableFuture<TextResult>> again = new ArrayList<>();
    written.values().stream()
        .max(Comparator.comparing(Written::at))
        .ifPresent(
            last -> {
              for (int i = 0; i < times; i++) {
                again.add(provider.redeliver(last.id()));
              }
            });
    return CompletableFuture.allOf(again.toArray(CompletableFuture[]::new));
  }

  void startOver() {
    story.startOver(clock.instant());
    changed();
  }

  /** Grows with every change of what the page shows; the case itself tells its own. */
  Flux<Long> versions() {
    return versions.asFlux().distinctUntilChanged();
  }

  private void rang(Arrival page) {
    story.rang(page.at());
    changed();
  }

  private void seen(Event event, Instant written) {
    story.seen(event, written);
    changed();
  }

  /** Counts before it locks: a phone rings while it holds the lock that counting takes. */
  private void changed() {
    long version = story.version() + provider.phones().at(DemoAgency.CLIENT).size();
    synchronized (versions) {
      var _ = versions.tryEmitNext(version); // refused only when all is over
    }
  }

  /** The case of Sam's conversation, if there is one. */
  @Nullable CaseId caseId() {
    return story.caseId();
  }

  /** The crisis of Sam's conversation, if there is or was one. */
  @Nullable CrisisId crisisId() {
    return story.hunt().map(Hunt::crisis).orElse(null);
  }

  /** The phone company refuses everything, or works again. */
  void toggleOutage() {
    outage = !outage;
    if (outage) {
      provider.disturbances().outage(503);
    } else {
      provider.disturbances().none();
    }
  }

  PhonesState state() {
    Instant now = clock.instant();
    CaseId shown = story.caseId();
    MessageId current = story.current();
    return new PhonesState(
        new PhonesState.Sam(samsMessages()),
        shown == null ? PhonesState.NO_CASE : new PhonesState.Case("/demo/case", live(shown), true),
        maya(now),
        stations(),
        story.proof(now),
        current == null ? "" : current.body().substring(0, 4),
        "/demo/live",
        Tenant.ZONE);
  }

  private static String live(CaseId shown) {
    return "/c/" + shown + "/live";
  }

  private void sent(@Nullable TextResult result, String words, Instant began) {
    if (result == null) {
      return; // the failure is told by the caller
    }
    MessageId id = ids.message(DemoAgency.TENANT.clientLine(), "p:" + result.sid());
    Attempt first = result.attempts().getFirst();
    written.put(result.sid(), new Written(result.sid(), words, began));
    story.textSent(id, first.asked());
    if (result.taken()) {
      story.textKept(id, result.attempts().getLast().ended());
    }
    changed();
  }

  private List<Bubble> samsMessages() {
    List<Bubble> all = new ArrayList<>();
    written.values().stream()
        .filter(w -> w.at().isAfter(story.since()))
        .forEach(w -> all.add(new Bubble(w.id(), "out", w.text(), w.at(), delivery(w.id()))));
    provider.phones().at(DemoAgency.CLIENT).stream()
        .filter(a -> a.at().isAfter(story.since()))
        .forEach(a -> all.add(new Bubble(a.sid(), "in", a.body(), a.at(), "")));
    all.sort(Comparator.comparing(Bubble::at));
    return all;
  }

  private String delivery(String sid) {
    return story.isKept(ids.message(DemoAgency.TENANT.clientLine(), "p:" + sid))
        ? "delivered"
        : "failed";
  }

  private PhonesState.Maya maya(Instant now) {
    Optional<Hunt> hunt = story.hunt();
    OnCallPhone phone =
        OnCallPhone.of(provider.phones().at(DemoAgency.MAYA_PHONE), hunt, story.since());
    OnCallPhone.Turn turn = OnCallPhone.next(hunt, now);
    Optional<Taken> taken =
        hunt.filter(one -> !one.over()).flatMap(one -> Optional.ofNullable(one.taken()));
    return new PhonesState.Maya(
        now,
        nameOf(DemoAgency.MAYA),
        phone.ringing(),
        phone.waiting(),
        phone.code(),
        turn == null ? null : new PhonesState.Next(nameOf(turn.who()), turn.at()),
        phone.messages().stream()
            .map(a -> new PhonesState.Notification(a.sid(), a.body(), a.at()))
            .toList(),
        taken.map(one -> nameOf(one.by())).orElse(""));
  }

  private String nameOf(StaffId id) {
    Member member = staff.member(id);
    return member == null ? "" : member.name().reveal();
  }

  private List<Station> stations() {
    List<Station> stations = new ArrayList<>();
    boolean before = true;
    for (Story.Step step : story.steps()) {
      boolean done = step.at() != null;
      String state = done ? "done" : before ? "now" : "todo";
      stations.add(new Station(step.key(), step.at(), done ? step.plusMs() : null, state));
      before = done;
    }
    return stations;
  }

  @Override
  public void close() {
    var _ = versions.tryEmitComplete();
    samsPhone.close();
    mayasPhone.close();
    watch.close();
  }
}
