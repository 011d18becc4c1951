package org.reachline.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.Category;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.Derived;
import org.reachline.contracts.EscalationId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Samples;
import org.reachline.contracts.Severity;
import org.reachline.contracts.events.CaseEvent;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.contracts.events.DeliveryEvent;
import org.reachline.contracts.events.EscalationEvent;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.events.OutboundEvent;

/** Made-up nights: what the other services would have written about them. Same seed, same night. */
final class Nights {
  /** When every night begins. */
  static final Instant START = Instant.parse("2026-01-17T04:00:00Z");

  private final Samples samples;
  private final Random random;
  private final List<Event> events = new ArrayList<>();
  private int names;

  private Nights(AgencyId agency, long seed) {
    this.samples = Samples.of(agency);
    this.random = new Random(seed);
  }

  /** A night with so many messages, of which about one in six shows a crisis. */
  static List<Event> of(AgencyId agency, long seed, int messages) {
    return of(agency, seed, messages, START);
  }

  /** The same at another time. */
  static List<Event> of(AgencyId agency, long seed, int messages, Instant start) {
    Nights night = new Nights(agency, seed);
    for (int i = 0; i < messages; i++) {
      night.message(start.plusSeconds(night.random.nextInt(6 * 3600)));
    }
    return List.copyOf(night.events);
  }

  /** The same events in another order, some of them more than once. */
  static List<Event> disordered(List<Event> events, long seed) {
    Random random = new Random(seed);
    List<Event> shuffled = new ArrayList<>(events);
    for (Event event : events) {
      if (random.nextInt(5) == 0) {
        shuffled.add(event);
      }
    }
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private void message(Instant at) {
    MessageId message = samples.id(MessageId::new, "in" + names++);
    ConversationId conversation =
        samples.id(ConversationId::new, "conversation" + random.nextInt(12));
    boolean crisis = random.nextInt(6) == 0;
    events.add(
        new InboundEvent.MessageReceived(
            message,
            conversation,
            samples.line(),
            random.nextBoolean() ? "twilio" : "messenger",
            "text",
            at,
            at,
            samples.sealed("s" + names)));
    events.add(
        new CaseEvent.MessageRecorded(
            samples.caseId(),
            names,
            samples.client(),
            conversation,
            message,
            CaseEvent.Author.CLIENT,
            crisis ? Severity.HIGH : Severity.NONE,
            at.plusMillis(300)));
    if (crisis) {
      crisis(message, conversation, at);
    } else {
      reply(conversation, at.plusSeconds(random.nextInt(600)));
    }
  }

  private void reply(ConversationId conversation, Instant at) {
    MessageId reply = samples.id(MessageId::new, "out" + names++);
    CaseEvent.Author author =
        random.nextBoolean() ? CaseEvent.Author.WORKER : CaseEvent.Author.AUTOMATION;
    events.add(
        new OutboundEvent.SendRequested(
            reply,
            conversation,
            samples.caseId(),
            samples.client(),
            samples.line(),
            "twilio",
            OutboundEvent.Purpose.SERVICE,
            author,
            0,
            at,
            samples.sealed("r" + names)));
    if (random.nextInt(8) > 0) {
      events.add(
          new DeliveryEvent.Sent(
              reply, conversation, samples.caseId(), samples.client(), at.plusMillis(400)));
      events.add(
          new DeliveryEvent.Delivered(
              reply, conversation, samples.caseId(), samples.client(), at.plusMillis(2000)));
    }
  }

  private void crisis(MessageId message, ConversationId conversation, Instant at) {
    CrisisId crisis = Derived.crisis(message);
    Severity severity = random.nextBoolean() ? Severity.HIGH : Severity.IMMINENT;
    Category category = random.nextBoolean() ? Category.EXPOSURE : Category.MEDICAL;
    events.add(
        new CrisisEvent.CrisisRaised(
            crisis,
            conversation,
            message,
            category,
            severity,
            List.of(),
            "r1",
            at,
            at.plusMillis(40)));
    escalation(crisis, conversation, severity, category, at.plusMillis(40));
  }

  private void escalation(
      CrisisId crisis,
      ConversationId conversation,
      Severity severity,
      Category category,
      Instant raised) {
    EscalationId escalation = Derived.escalation(crisis);
    int seq = 1;
    Instant at = raised.plusMillis(30);
    events.add(
        new EscalationEvent.EscalationOpened(
            escalation, seq++, crisis, conversation, category, severity, raised, at));
    events.add(
        new EscalationEvent.PageSent(
            escalation,
            seq++,
            crisis,
            conversation,
            samples.page(),
            samples.onCall(),
            at.plusMillis(100 + random.nextInt(300))));
    if (random.nextInt(5) == 0) {
      return; // nobody has taken it yet
    }
    Instant taken = at.plus(Duration.ofSeconds(5 + random.nextInt(400)));
    events.add(
        new EscalationEvent.Acknowledged(
            escalation,
            seq++,
            crisis,
            conversation,
            samples.onCall(),
            EscalationEvent.Method.SMS,
            true,
            raised,
            taken));
    if (random.nextInt(4) == 0) {
      events.add(
          new EscalationEvent.SteppedOn(
              escalation, seq++, crisis, conversation, 1, 0, taken.plusSeconds(20)));
    } else {
      events.add(
          new EscalationEvent.Resolved(
              escalation,
              seq++,
              crisis,
              conversation,
              samples.onCall(),
              "referred",
              taken.plusSeconds(600)));
    }
  }
}
