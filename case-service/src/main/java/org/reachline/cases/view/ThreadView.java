package org.reachline.cases.view;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Conversation;
import org.reachline.cases.core.Ledger;
import org.reachline.cases.core.Stage;
import org.reachline.cases.core.Unsafe;
import org.reachline.cases.core.Wish;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.OutboundEvent.Purpose;
import org.reachline.contracts.personal.MessageText;
import org.reachline.trust.Role;
import org.reachline.trust.staff.Member;

/** One case as its page and regions show it. Pure: stored records in, records of the page out. */
public final class ThreadView {
  /** In the order of the page. */
  static final List<String> REASONS =
      List.of("resolved", "referred", "moved", "no_contact", "client_asked", "duplicate", "other");

  static final List<String> OUTCOMES =
      List.of("housed", "sheltered", "connected", "no_change", "unknown", "other");

  private static final String PLAIN_PROGRAMME = "general";
  private static final int LABEL = 6;
  private static final int AROUND = 15;

  /** How many of the newest entries the page of a case shows. */
  public static final int SHOWN = 30;

  private final WebStory story;
  private final WebViewer viewer;
  private final Rights rights;

  public ThreadView(WebStory story, WebViewer viewer, Rights rights) {
    this.story = story;
    this.viewer = viewer;
    this.rights = rights;
  }

  /** What the viewer may do with the case. */
  public record Rights(boolean reply, boolean assign, boolean close, boolean label) {}

  /**
   * What stands in the box.
   *
   * @param to the address it goes to; empty for the one the client wrote from last
   */
  public record Draft(Set<ConversationId> to, MessageText text, String sendId) {
    public static Draft empty(String sendId) {
      return new Draft(Set.of(), new MessageText(""), sendId);
    }
  }

  /** The case itself; its version is the newest entry, which is what a form is about. */
  public record Case(
      String id,
      String label,
      String programme,
      String state,
      String worker,
      long version,
      Instant openedAt) {}

  /** The client. */
  public record Client(
      String name, String initials, String channel, String lastTwo, String language) {
    @Override
    public String toString() {
      return "Client";
    }
  }

  /** The box for the answer. */
  public record Composer(
      String conversationId,
      String name,
      String channel,
      String lastTwo,
      String language,
      String sendId,
      String text,
      String closedKey,
      List<String> closedArgs,
      String otherLabel,
      long seenSeq) {
    @Override
    public String toString() {
      return "Composer";
    }
  }

  /** One purpose the client may be written to for. */
  public record Consent(String purpose, String channel, String state, Instant since) {}

  /** A colleague. */
  public record Option(String id, String label, boolean current) {}

  /** Everything but the lists beside it. */
  public Map<String, Object> model(Draft draft, List<Member> colleagues) {
    Optional<CrisisView> crisis = CrisisView.of(story, viewer.now());
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("case", theCase());
    model.put("client", client());
    crisis.ifPresent(shown -> model.put("crisis", shown.banner(story, viewer)));
    var card = crisis.map(CrisisView::spots).orElse(Map.of());
    model.put("entries", new EntryView(story, viewer, card, rights.label()).lines());
    model.put("olderHref", olderHref());
    model.put("composer", composer(draft));
    model.put("consents", consents());
    model.put("noCalls", Unsafe.toCall(story.file()));
    model.put("paging", crisis.map(shown -> shown.paging(viewer)).orElse(List.of()));
    model.put("assignOptions", rights.assign() ? options(colleagues) : List.of());
    boolean mayClose = rights.close() && !story.file().closed();
    model.put("closeReasons", mayClose ? REASONS : List.of());
    model.put("closeOutcomes", mayClose ? OUTCOMES : List.of());
    return model;
  }

  private Case theCase() {
    CaseFile file = story.file();
    String body = file.id().body();
    String programme = file.opening().programme();
    return new Case(
        file.id().value(),
        body.substring(0, Math.min(LABEL, body.length())).toUpperCase(Locale.ROOT),
        programme.equals(PLAIN_PROGRAMME) ? "" : programme,
        state(file),
        worker(file),
        file.log().seq(),
        file.opening().at());
  }

  static String state(CaseFile file) {
    return switch (file.work().stage()) {
      case Stage.Open _ -> "open";
      case Stage.Waiting _ -> "waiting";
      case Stage.Closed _ -> "closed";
    };
  }

  private String worker(CaseFile file) {
    return file.work().assignees().stream()
        .map(StaffId::value)
        .sorted()
        .map(id -> viewer.people().name(new StaffId(id)))
        .findFirst()
        .orElse("");
  }

  private Client client() {
    return new Client(
        viewer.client(story.name()),
        WebPeople.initials(story.name()),
        channel(story.current()),
        story.current().map(Conversation::lastTwo).orElse(""),
        story.file().work().language());
  }

  private static String channel(Optional<Conversation> conversation) {
    return conversation.map(Conversation::channel).orElse("sms");
  }

  /** The page on which an entry stands, at that entry. */
  public static String href(CaseFile file, long seq, String query) {
    String page = seq > file.log().seq() - SHOWN ? "" : "before=" + (seq + AROUND);
    String both = Stream.of(query, page).filter(part -> !part.isEmpty()).collect(joining("&"));
    return "/c/" + file.id() + (both.isEmpty() ? "" : "?" + both) + "#e-" + seq;
  }

  private String olderHref() {
    if (!story.older()) {
      return "";
    }
    long first = story.said().getFirst().entry().seq();
    return "/c/" + story.file().id() + "?before=" + first;
  }

  private Composer composer(Draft draft) {
    Optional<Conversation> last = story.current();
    Optional<Conversation> to =
        draft.to().stream()
            .flatMap(id -> Optional.ofNullable(story.conversations().get(id)).stream())
            .findFirst()
            .or(() -> last);
    boolean other = !to.map(Conversation::id).equals(last.map(Conversation::id));
    Shut shut = shut(to);
    return new Composer(
        to.map(conversation -> conversation.id().value()).orElse(""),
        viewer.firstName(story.name()),
        channel(to),
        to.map(Conversation::lastTwo).orElse(""),
        story.file().work().language(),
        draft.sendId(),
        draft.text().reveal(),
        shut.key(),
        shut.args(),
        other ? last.map(ThreadView::label).orElse("") : "",
        seen());
  }

  private static String label(Conversation conversation) {
    return "··" + conversation.lastTwo();
  }

  /** The newest entry on the screen. */
  private long seen() {
    return story.said().isEmpty() ? 0 : story.said().getLast().entry().seq();
  }

  /** Why there is no box. */
  private record Shut(String key, List<String> args) {}

  private Shut shut(Optional<Conversation> to) {
    Optional<Ledger> ledger = to.map(conversation -> story.ledger(conversation.id()));
    if (!rights.reply() || ledger.isEmpty()) {
      return new Shut("closed.access", List.of());
    }
    if (ledger.get().stopped()) {
      String day = viewer.day(stoppedAt(ledger.get()));
      return new Shut("closed.stop", List.of(viewer.firstName(story.name()), day));
    }
    return story.file().closed() ? new Shut("closed.case", List.of()) : new Shut("", List.of());
  }

  private static Instant stoppedAt(Ledger ledger) {
    return ledger.entries().reversed().stream()
        .filter(line -> line.signal() == Wish.STOP)
        .map(Ledger.Line::at)
        .findFirst()
        .orElseGet(() -> ledger.entries().getLast().at());
  }

  private List<Consent> consents() {
    List<Consent> rows = new ArrayList<>();
    for (Conversation conversation : story.current().stream().toList()) {
      rows.add(consent(conversation, "case", Purpose.SERVICE));
      rows.add(consent(conversation, "reminders", Purpose.REMINDER));
      if (story.ledger(conversation.id()).revoked().contains(Purpose.CALL)) {
        rows.add(consent(conversation, "calls", Purpose.CALL));
      }
    }
    return rows;
  }

  private Consent consent(Conversation conversation, String word, Purpose purpose) {
    Ledger ledger = story.ledger(conversation.id());
    boolean started = ledger.entries().stream().anyMatch(line -> line.signal() == Wish.START);
    String channel = purpose == Purpose.CALL ? "voice" : conversation.channel();
    String state = ledger.revoked().contains(purpose) ? "no" : started ? "yes" : "unknown";
    Instant since =
        ledger.entries().isEmpty() ? conversation.since() : ledger.entries().getLast().at();
    return new Consent(word, channel, state, since);
  }

  private List<Option> options(List<Member> colleagues) {
    Set<StaffId> now = story.file().work().assignees();
    return colleagues.stream()
        .filter(ThreadView::worksOnCases)
        .map(
            member ->
                new Option(
                    member.id().value(),
                    WebPeople.brief(member.name()).reveal(),
                    now.contains(member.id())))
        .toList();
  }

  /** Whether cases can be given to somebody. */
  public static boolean worksOnCases(Member member) {
    return member.roles().contains(Role.WORKER) || member.roles().contains(Role.SUPERVISOR);
  }
}
