package org.reachline.notifier.oncall;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.reachline.contracts.Derived;
import org.reachline.contracts.LineId;
import org.reachline.contracts.PageId;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.EscalationEvent.Method;
import org.reachline.notifier.StoreClock;
import org.reachline.notifier.oncall.HeardReplies.Heard;
import org.reachline.notifier.oncall.core.Answer;
import org.reachline.notifier.oncall.core.Attempt;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.notifier.oncall.core.Input;
import org.reachline.notifier.oncall.core.Input.AsOf;
import org.reachline.notifier.oncall.core.PageText;
import org.reachline.notifier.oncall.core.Reply;
import org.reachline.trust.Access;
import org.reachline.trust.Act;
import org.reachline.trust.Resource;
import org.reachline.trust.Scope;

/**
 * A text from somebody on call: understood, done, answered. What it does is durable before anything
 * is answered; that a page is taken is said by the escalation itself, so that even a crash here
 * does not lose it.
 */
public final class StaffReplies {
  private static final int GUESSES = 5;
  private static final Duration GUESSING = Duration.ofMinutes(10);

  private final Escalations escalations;
  private final EscalationStore store;
  private final PageCodes codes;
  private final HeardReplies heard;
  private final OptOuts optOuts;
  private final StaffLine line;
  private final PageWords words;
  private final StoreClock clock;

  public StaffReplies(
      Escalations escalations,
      Escalations.Ports ports,
      HeardReplies heard,
      OptOuts optOuts,
      PageWords words) {
    this.escalations = escalations;
    this.store = ports.store();
    this.codes = ports.codes();
    this.line = ports.line();
    this.clock = ports.clock();
    this.heard = heard;
    this.optOuts = optOuts;
    this.words = words;
  }

  /**
   * One text.
   *
   * @param line where it came in
   * @param from who may have written, known by their number: several where a duty phone is shared
   * @param id from the provider's id, so that a redelivery is the same text
   */
  public record Incoming(LineId line, List<StaffId> from, String id, String text) {
    public Incoming {
      from = List.copyOf(from);
    }

    /** From a phone that one person has. */
    public Incoming(LineId line, StaffId from, String id, String text) {
      this(line, List.of(from), id, text);
    }

    StaffId who() {
      return from.getFirst();
    }

    /** As a text of the first of these who fits, or else of the first. */
    Incoming of(Predicate<StaffId> fits) {
      StaffId one = from.stream().filter(fits).findFirst().orElse(who());
      return new Incoming(line, one, id, text);
    }

    @Override
    public String toString() {
      return "Incoming[" + line + ", " + from + ", " + text.length() + "]";
    }
  }

  private record Said(String answer, boolean wrongCode) {
    static Said nothing() {
      return new Said("", false);
    }
  }

  /** Works on one text. Returns once what it does is durable. */
  public void heard(Scope scope, Incoming in) {
    if (heard.find(scope, in.id()).isEmpty()) {
      Said said = act(scope, in, Reply.of(in.text())); // the same again if we die before the next
      heard.insert(
          scope, new Heard(in.id(), in.who(), said.wrongCode(), said.answer(), false, clock.now()));
    }
    answer(scope, in);
  }

  /** At most once: of an answer to a text, none is better than two. */
  private void answer(Scope scope, Incoming in) {
    heard
        .find(scope, in.id())
        .filter(h -> !h.answer().isEmpty() && heard.beginAnswer(scope, in.id()))
        .ifPresent(h -> line.send(scope, text(in, h.answer())));
  }

  private static StaffLine.Text text(Incoming in, String words) {
    PageId id = new PageId(Derived.of(in.who(), "answer", in.id()));
    return new StaffLine.Text(in.line(), in.who(), id, words);
  }

  private Said act(Scope scope, Incoming in, Reply reply) {
    return switch (reply) {
      case Reply.Stop() -> consent(scope, in, true);
      case Reply.Start() -> consent(scope, in, false);
      case Reply.Coded(var code, var act) -> coded(scope, in, code, act);
      case Reply.Bare(var act) -> bare(scope, in, act);
      case Reply.Unclear() ->
          in.from().stream().allMatch(who -> pagesOf(scope, who).isEmpty())
              ? Said.nothing()
              : new Said(PageText.unclear(), false);
    };
  }

  private Said consent(Scope scope, Incoming in, boolean out) {
    in.from().forEach(who -> optedOut(scope, who, out)); // it is the number that wants no more
    return Said.nothing();
  }

  /**
   * No more texts to somebody, or texts again. Carriers confirm it by themselves, so nothing is
   * said; whatever waits for this person alone goes on to the next one.
   */
  public void optedOut(Scope scope, StaffId staff, boolean out) {
    optOuts.set(scope, staff, out);
    if (out) {
      pagesOf(scope, staff)
          .forEach(e -> escalations.apply(scope, e.id(), new Input.Silenced(staff)));
    }
  }

  private Said coded(Scope scope, Incoming in, String code, Reply.Act act) {
    return codes
        .find(scope, code)
        .flatMap(id -> store.find(scope, id))
        .filter(e -> in.from().stream().anyMatch(who -> may(who, e, act)))
        .map(e -> on(scope, in.of(who -> may(who, e, act)), e, act, !isGuessing(scope, in)))
        .orElseGet(() -> new Said(PageText.noSuchCode(), true));
  }

  private boolean isGuessing(Scope scope, Incoming in) {
    return heard.wrongCodes(scope, in.who(), clock.now().minus(GUESSING)) >= GUESSES;
  }

  private Said bare(Scope scope, Incoming in, Reply.Act act) {
    List<Escalation> open =
        store.live(scope).stream()
            .filter(e -> in.from().stream().anyMatch(e.paged()::contains))
            .toList();
    return switch (open.size()) {
      case 0 -> new Said(PageText.noSuchCode(), false);
      case 1 -> on(scope, in.of(open.getFirst().paged()::contains), open.getFirst(), act, false);
      default -> new Said(PageText.which(open.stream().map(Escalation::code).toList()), false);
    };
  }

  private List<Escalation> pagesOf(Scope scope, StaffId staff) {
    return store.live(scope).stream().filter(e -> e.paged().contains(staff)).toList();
  }

  /** Whoever was paged may answer; the holder of a number is nobody else. */
  private boolean may(StaffId who, Escalation e, Reply.Act act) {
    Act what = act == Reply.Act.TAKE ? Act.ACKNOWLEDGE : Act.PASS_ON;
    Resource paged = new Resource.OnCall(e.id().agency(), e.paged());
    return Access.decide(Scope.ofPage(who), what, paged, clock.now()).permits();
  }

  private Said on(Scope scope, Incoming in, Escalation e, Reply.Act act, boolean proven) {
    Input input =
        switch (act) {
          case TAKE -> new Input.Acknowledged(in.who(), Method.SMS, proven, in.id());
          case PASS -> new Input.PassedOn(in.who(), asOf(e, in.who()));
        };
    return new Said(said(e, escalations.apply(scope, e.id(), input)), false);
  }

  private static AsOf asOf(Escalation e, StaffId staff) {
    return e.lastPageTo(staff)
        .<AsOf>map((Attempt a) -> new AsOf.OfPage(a.gen(), a.step(), a.loop()))
        .orElse(new AsOf.OfPage(0, 0, 0));
  }

  private String said(Escalation before, Answer answer) {
    return switch (answer) {
      case Answer.Taken _, Answer.Done _ -> ""; // the escalation tells, durably
      case Answer.Yours(_, var at) -> PageText.yours(words.fields(before, at));
      case Answer.TakenBy(var by, var at) -> PageText.already(words.takenBy(before, by, at));
      case Answer.PassedOn _ -> PageText.passedOn(before.code());
      case Answer.Stale _, Answer.Refused _ -> PageText.stale(before.code());
      case Answer.Over _ -> PageText.over(before.code());
    };
  }
}
