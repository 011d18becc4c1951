package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.ClientId;
import org.reachline.contracts.CommandId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.StaffId;

/**
 * One episode of work, as one document: its newest log entries, crises, commands done and what is
 * still to be published. Immutable; every change gives a new one.
 *
 * @param v version for compare-and-set; 0 while it is not stored
 */
public record CaseFile(
    CaseId id, Opening opening, Work work, List<Crisis> crises, Log log, Outbox outbox, long v) {
  /** Entries in the document before the oldest go into a page. */
  public static final int TAIL_LIMIT = 60;

  private static final int COMMANDS_KEPT = 200;

  public CaseFile {
    requireNonNull(id, "id");
    requireNonNull(opening, "opening");
    requireNonNull(work, "work");
    crises = List.copyOf(crises);
    requireNonNull(log, "log");
    requireNonNull(outbox, "outbox");
  }

  /** How it began; never changes. */
  public record Opening(
      ClientId client,
      String programme,
      String queue,
      LineId line,
      MessageId openedBy,
      Instant at) {
    public Opening {
      requireNonNull(client, "client");
      requireNonNull(programme, "programme");
      requireNonNull(queue, "queue");
      requireNonNull(line, "line");
      requireNonNull(openedBy, "openedBy");
      requireNonNull(at, "at");
    }
  }

  /** Where the work stands. */
  public record Work(Stage stage, Set<StaffId> assignees, Waits waits, String language) {
    public Work {
      requireNonNull(stage, "stage");
      assignees = Set.copyOf(assignees);
      requireNonNull(waits, "waits");
      requireNonNull(language, "language");
    }
  }

  /**
   * The log: older entries lie in pages.
   *
   * @param seq the newest entry's place
   * @param pages how many pages are sealed
   */
  public record Log(List<Entry> tail, long seq, long pages) {
    public Log {
      tail = List.copyOf(tail);
    }
  }

  /**
   * What is still to be published, and which commands were done.
   *
   * @param last the newest row's number
   */
  public record Outbox(long last, List<Row> rows, List<CommandId> commands) {
    public Outbox {
      rows = List.copyOf(rows);
      commands = List.copyOf(commands);
    }
  }

  /** A message stands in the document. */
  public boolean holds(MessageId message) {
    return log.tail().stream().anyMatch(entry -> entry.is(message));
  }

  public boolean closed() {
    return work.stage() instanceof Stage.Closed;
  }

  /** Whether a command was done before. */
  public boolean did(CommandId command) {
    return outbox.commands().contains(command);
  }

  /** The crises staff see: one per episode. */
  public Stream<Crisis> episodes() {
    return crises.stream().filter(Crisis::leads);
  }

  /** Every crisis of the episode that this one leads. */
  public Stream<Crisis> episode(CrisisId lead) {
    return crises.stream().filter(crisis -> crisis.lead().equals(lead));
  }

  /** Every crisis of an episode nobody has ended. */
  public Stream<Crisis> openCrises() {
    Set<CrisisId> leads =
        episodes().filter(Crisis::open).map(Crisis::id).collect(Collectors.toSet());
    return crises.stream().filter(crisis -> leads.contains(crisis.lead()));
  }

  /** Whether a crisis lacks a disposition. */
  public boolean inCrisis() {
    return episodes().anyMatch(Crisis::open);
  }

  /** Who was paged for, or holds, a crisis of it. */
  public Set<StaffId> duty() {
    return crises.stream()
        .flatMap(c -> Stream.concat(c.duty().paged().stream(), c.duty().holder().stream()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The same with one more entry, to be published. */
  public CaseFile append(Instant at, Entry.Body body) {
    List<Entry> tail = new ArrayList<>(log.tail());
    long seq = log.seq() + 1;
    tail.add(new Entry(seq, at, body));
    return with(new Log(tail, seq, log.pages())).row(no -> new Row.OfEntry(no, seq));
  }

  /** The same with one entry's body changed. */
  public CaseFile change(Predicate<Entry> which, UnaryOperator<Entry.Body> how) {
    List<Entry> tail =
        log.tail().stream().map(e -> which.test(e) ? e.with(how.apply(e.body())) : e).toList();
    return with(new Log(tail, log.seq(), log.pages()));
  }

  /**
   * The same with one more crisis, which joins the conversation's open episode if there is one. The
   * lane and the case flow both raise it, so a copy of an open one may make it worse, never less.
   */
  public CaseFile raise(Crisis raised) {
    if (knows(raised)) {
      return with(
          crises.stream()
              .map(c -> c.id().equals(raised.id()) && c.open() ? c.orWorse(raised) : c)
              .toList());
    }
    CrisisId lead =
        episodes()
            .filter(c -> c.open() && c.conversationId().equals(raised.conversationId()))
            .map(Crisis::id)
            .findFirst()
            .orElse(raised.id());
    List<Crisis> more = new ArrayList<>(crises);
    more.add(raised.inEpisodeOf(lead));
    CaseFile next = with(more).row(no -> new Row.Raised(no, raised.id()));
    return breaksThrough(lead, raised)
        ? next.row(no -> new Row.Reassessed(no, lead, raised.id()))
        : next;
  }

  /** Whether a crisis of this id was raised before. */
  public boolean knows(Crisis raised) {
    return crises.stream().anyMatch(known -> known.id().equals(raised.id()));
  }

  /** Whether it is worse than all of the episode it joins, or of another kind. */
  private boolean breaksThrough(CrisisId lead, Crisis raised) {
    List<Crisis> episode = episode(lead).toList();
    boolean worse =
        episode.stream()
            .allMatch(known -> Risk.urgency(raised.severity()) < Risk.urgency(known.severity()));
    boolean other = episode.stream().noneMatch(known -> known.category() == raised.category());
    return !episode.isEmpty() && (worse || other);
  }

  /** The same with a first answer sent or withheld. */
  public CaseFile answering(CrisisId crisis, Crisis.Answer answer) {
    return with(crises.stream().map(c -> c.id().equals(crisis) ? c.with(answer) : c).toList());
  }

  /** The same with newer news about a crisis; one with an escalation of its own leads itself. */
  public CaseFile duty(CrisisId crisis, Duty news) {
    return with(
        crises.stream()
            .map(c -> c.id().equals(crisis) && isNews(c, news) ? leading(c.with(news)) : c)
            .toList());
  }

  private static boolean isNews(Crisis crisis, Duty news) {
    boolean ended = news.status() == Duty.Status.CLOSED && crisis.open();
    return ended || (crisis.open() && news.seq() > crisis.duty().seq());
  }

  private static Crisis leading(Crisis crisis) {
    return crisis.duty().seq() > 0 ? crisis.inEpisodeOf(crisis.id()) : crisis;
  }

  /** The same, remembering a command. */
  public CaseFile done(CommandId command) {
    List<CommandId> commands = new ArrayList<>(outbox.commands());
    commands.add(command);
    List<CommandId> newest =
        commands.subList(Math.max(0, commands.size() - COMMANDS_KEPT), commands.size());
    return with(new Outbox(outbox.last(), outbox.rows(), newest));
  }

  /** The same without the rows that are known to be published. */
  public CaseFile published(long upTo) {
    List<Row> left = outbox.rows().stream().filter(row -> row.no() > upTo).toList();
    return left.size() == outbox.rows().size()
        ? this
        : with(new Outbox(outbox.last(), left, outbox.commands()));
  }

  /** The same with one more row to publish. */
  public CaseFile row(java.util.function.LongFunction<Row> make) {
    List<Row> rows = new ArrayList<>(outbox.rows());
    rows.add(make.apply(outbox.last() + 1));
    return with(new Outbox(outbox.last() + 1, rows, outbox.commands()));
  }

  /** The same at another stage. */
  public CaseFile at(Stage stage) {
    return with(new Work(stage, work.assignees(), work.waits(), work.language()));
  }

  /** The same with these people on it. */
  public CaseFile assignedTo(Set<StaffId> workers) {
    return with(new Work(work.stage(), workers, work.waits(), work.language()));
  }

  /** The same with other counters. */
  public CaseFile with(Waits waits) {
    return with(new Work(work.stage(), work.assignees(), waits, work.language()));
  }

  /** The same in another language. */
  public CaseFile speaking(String language) {
    return with(new Work(work.stage(), work.assignees(), work.waits(), language));
  }

  /** The same under another version. */
  public CaseFile version(long version) {
    return new CaseFile(id, opening, work, crises, log, outbox, version);
  }

  CaseFile with(Work other) {
    return new CaseFile(id, opening, other, crises, log, outbox, v);
  }

  CaseFile with(List<Crisis> others) {
    return new CaseFile(id, opening, work, others, log, outbox, v);
  }

  CaseFile with(Log other) {
    return new CaseFile(id, opening, work, crises, other, outbox, v);
  }

  CaseFile with(Outbox other) {
    return new CaseFile(id, opening, work, crises, log, other, v);
  }
}
