package org.reachline.cases.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.reachline.cases.core.Conversation;
import org.reachline.cases.core.Crisis;
import org.reachline.cases.core.Duty;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Risk;
import org.reachline.cases.core.Tongue;
import org.reachline.cases.core.Wish;
import org.reachline.cases.core.examples.Said;
import org.reachline.cases.view.MarkedView.Segment;
import org.reachline.cases.view.MarkedView.Span;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.events.CaseEvent.Author;
import org.reachline.contracts.events.ConsentSignal;
import org.reachline.contracts.events.CrisisEvent.CrisisDisposed;
import org.reachline.contracts.events.OutboundEvent.Purpose;
import org.reachline.contracts.personal.MessageText;

/** The log of a case as the thread shows it, crises among the messages. Pure. */
final class EntryView {
  private final WebStory story;
  private final WebViewer viewer;
  private final Map<MessageId, List<Spot>> card;
  private final boolean labels;

  EntryView(WebStory story, WebViewer viewer, Map<MessageId, List<Spot>> card, boolean labels) {
    this.story = story;
    this.viewer = viewer;
    this.card = card;
    this.labels = labels;
  }

  /** One line of the thread. */
  public record Line(
      String id,
      String kind,
      String lang,
      String author,
      String channel,
      String lastTwo,
      String delivery,
      String eventKey,
      List<String> eventArgs,
      Instant at,
      List<Segment> segments,
      String translation,
      ReadingView reading,
      LabelView label) {
    @Override
    public String toString() {
      return "Line[" + id + ", " + kind + "]";
    }
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (WebStory.Said said : story.said()) {
      lines.addAll(lines(said));
    }
    story.file().episodes().forEach(crisis -> held(crisis).ifPresent(line -> insert(lines, line)));
    return lines;
  }

  private List<Line> lines(WebStory.Said said) {
    Entry entry = said.entry();
    String id = Long.toString(entry.seq());
    return switch (entry.body()) {
      case Entry.Received received -> received(said, received);
      case Entry.Sent sent -> List.of(sent(said, sent));
      case Entry.Opened _ -> List.of(event(id, entry.at(), "event.opened"));
      case Entry.Reopened _ -> List.of(event(id, entry.at(), "event.reopened"));
      case Entry.Assigned(var worker, _) ->
          List.of(event(id, entry.at(), "event.assigned", viewer.people().name(worker)));
      case Entry.Closed(var reason, _, _) ->
          List.of(event(id, entry.at(), "event.closed", "close.reason." + reason));
      case Entry.Consented consented -> List.of(event(id, entry.at(), consent(consented)));
    };
  }

  /** A stop of everything closes the box; a stop of a part does not. */
  private static String consent(Entry.Consented consented) {
    boolean partly =
        consented.signal() == ConsentSignal.STOP && !consented.revoked().contains(Purpose.SERVICE);
    boolean calls = consented.revoked().equals(Set.of(Purpose.CALL));
    return !partly
        ? "event." + WebCodes.of(consented.signal())
        : calls ? "event.stop_calls" : "event.stop_part";
  }

  /** A message that may have been a stop. */
  private Optional<Line> doubt(Entry.Received received, Instant at, String id) {
    return story.ledger(received.conversationId()).entries().stream()
        .filter(line -> line.signal() == Wish.DOUBT)
        .filter(line -> line.cause().equals(received.messageId()))
        .findFirst()
        .map(_ -> event(id + "q", at, "event.doubt"));
  }

  private List<Line> received(WebStory.Said said, Entry.Received received) {
    String id = Long.toString(said.entry().seq());
    List<Line> lines = new ArrayList<>();
    lines.add(
        words(id, said.entry().at(), received, received.messageId(), said.text(), received.risk()));
    if (said.attached() && !said.text().reveal().isBlank()) {
      lines.add(event(id + "a", said.entry().at(), "event.attached"));
    }
    doubt(received, said.entry().at(), id).ifPresent(lines::add);
    raised(received.messageId(), id).forEach(lines::add);
    for (Entry.Change change : received.changes()) {
      changed(said, received, change, id + "-" + lines.size()).forEach(lines::add);
    }
    return lines;
  }

  private List<Line> changed(
      WebStory.Said said, Entry.Received received, Entry.Change change, String id) {
    return switch (change) {
      case Entry.Change.Deleted(_, var at) ->
          List.of(event(id, at, "event.other", viewer.words().deleted()));
      case Entry.Change.Edited edited -> {
        List<Line> lines = new ArrayList<>();
        lines.add(event(id + "c", edited.at(), "event.other", viewer.words().changed()));
        said.edits().stream()
            .filter(edit -> edit.change().id().equals(edited.id()))
            .forEach(
                edit ->
                    lines.add(
                        words(id, edited.at(), received, edited.id(), edit.text(), edited.risk())));
        lines.addAll(raised(edited.id(), id));
        yield lines;
      }
    };
  }

  private Line words(
      String id,
      Instant at,
      Entry.Received received,
      MessageId message,
      MessageText text,
      Risk risk) {
    String shown = text.reveal();
    Severity level = level(message, risk);
    boolean inCard = card.containsKey(message);
    List<Spot> spots = card.getOrDefault(message, Spot.of(risk.why().evidence(), shown, 0));
    boolean marked = Said.flagged(level);
    List<Span> marks = marked ? spots.stream().map(Spot::span).toList() : List.of();
    WhyView why =
        inCard ? WhyView.NONE : WhyView.of(spots, marked, List.of(risk.why()), story, viewer);
    return new Line(
        id,
        shown.isBlank() ? "placeholder" : "in",
        Tongue.of(shown),
        viewer.client(story.name()),
        received.channel(),
        lastTwo(received),
        "",
        "",
        List.of(),
        at,
        MarkedView.cut(shown, marks),
        "",
        ReadingView.of(level, risk, inCard, why),
        labels
            ? LabelView.of(message, risk.severity(), story.examples().get(message), viewer.people())
            : LabelView.NONE);
  }

  /** What staff are told of it: as read here or by the urgent path, the more urgent counts. */
  private Severity level(MessageId message, Risk risk) {
    return Stream.concat(
            Stream.of(risk.severity()),
            story.file().crises().stream()
                .filter(crisis -> crisis.raisedBy().equals(message))
                .map(Crisis::severity))
        .min(Comparator.comparingInt(Risk::urgency))
        .orElseThrow();
  }

  private Line sent(WebStory.Said said, Entry.Sent sent) {
    boolean person = sent.author() == Author.WORKER;
    return new Line(
        Long.toString(said.entry().seq()),
        said.shape().equals(WebStory.Said.UNSUPPORTED) ? "placeholder" : person ? "out" : "auto",
        Tongue.of(said.text().reveal()),
        sent.by().stream().map(viewer.people()::name).findFirst().orElse(""),
        sent.channel(),
        lastTwo(sent),
        WebCodes.of(sent.delivery().status()),
        "",
        List.of(),
        said.entry().at(),
        MarkedView.cut(said.text().reveal(), List.of()),
        "",
        ReadingView.NONE,
        LabelView.NONE);
  }

  private String lastTwo(Entry.Body body) {
    return WebStory.conversation(body)
        .flatMap(id -> Optional.ofNullable(story.conversations().get(id)))
        .map(Conversation::lastTwo)
        .orElse("");
  }

  /** The crisis a message raised, where it opened the episode. */
  private List<Line> raised(MessageId message, String id) {
    List<Line> lines = new ArrayList<>();
    story
        .file()
        .episodes()
        .filter(crisis -> crisis.raisedBy().equals(message))
        .forEach(
            crisis -> {
              String category = "category." + WebCodes.of(crisis.category());
              lines.add(event(id + "x", crisis.raisedAt(), "event.crisis_raised", category));
              if (crisis.answer() == Crisis.Answer.WITHHELD) {
                lines.add(event(id + "w", crisis.raisedAt(), "event.autoreply_withheld"));
              }
            });
    return lines;
  }

  /** How far staff are with a crisis. */
  private Optional<Line> held(Crisis crisis) {
    Duty duty = crisis.duty();
    String id = "d" + crisis.id().body();
    String who = duty.holder().stream().map(viewer.people()::name).findFirst().orElse("");
    return switch (duty.status()) {
      case OPEN -> Optional.empty();
      case TAKEN -> Optional.of(event(id, duty.since(), "event.crisis_taken", who));
      case CONTACT -> Optional.of(event(id, duty.since(), "event.crisis_contact", who));
      case CLOSED ->
          Optional.of(event(id, duty.since(), "event.crisis_closed", outcome(duty.outcome())));
    };
  }

  /** The page's word for an outcome of the contract. */
  private static String outcome(String code) {
    return CrisisDisposed.OUTCOMES.contains(code) ? "outcome." + code : "state.closed";
  }

  private static Line event(String id, Instant at, String key, String... args) {
    return new Line(
        id,
        "event",
        "",
        "",
        "sms",
        "",
        "",
        key,
        List.of(args),
        at,
        List.of(),
        "",
        ReadingView.NONE,
        LabelView.NONE);
  }

  /** Before the first line that is later; on a page of older lines only if it belongs there. */
  private void insert(List<Line> lines, Line line) {
    if (lines.isEmpty() || (story.older() && line.at().isBefore(lines.getFirst().at()))) {
      return;
    }
    boolean newest = story.said().getLast().entry().seq() == story.file().log().seq();
    int place =
        (int)
            Stream.iterate(0, i -> i + 1)
                .limit(lines.size())
                .filter(i -> lines.get(i).at().isAfter(line.at()))
                .findFirst()
                .orElse(lines.size());
    if (place < lines.size() || newest) {
      lines.add(place, line);
    }
  }
}
