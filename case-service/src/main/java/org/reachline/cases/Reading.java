package org.reachline.cases;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Risk;
import org.reachline.cases.store.Boxes;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.personal.InboundContent;
import org.reachline.triage.Context;
import org.reachline.triage.Context.Earlier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a message for danger after what the stored case says came before it. */
public final class Reading {
  private static final Logger log = LoggerFactory.getLogger(Reading.class);
  private final Boxes boxes;
  private final Detector detector;

  public Reading(Boxes boxes, Detector detector) {
    this.boxes = boxes;
    this.detector = detector;
  }

  Risk read(Desk desk, InboundEvent event, String kind, InboundContent content, MessageId message) {
    @Nullable CaseFile file = desk.current(event.conversationId());
    Context alone = Context.at(event.at());
    Context context =
        file == null
            ? alone
            : alone.withEarlier(earlier(file, event, message)).withOpenEpisode(file.inCrisis());
    return detector.read(event.agency(), kind, content, context);
  }

  /** The newest messages of the conversation, opened; those after it in the log do not count. */
  private List<Earlier> earlier(CaseFile file, InboundEvent event, MessageId message) {
    List<Earlier> found = new ArrayList<>();
    for (Entry entry : file.log().tail().reversed()) {
      if (found.size() == Context.MEMORY_MESSAGES
          || entry.at().isBefore(event.at().minus(Context.MEMORY))) {
        break;
      }
      if (entry.body() instanceof Entry.Received received
          && received.conversationId().equals(event.conversationId())
          && !received.messageId().equals(message)) {
        addReadable(file, entry, received, found);
      }
    }
    return found.reversed();
  }

  /** An old message whose box is damaged must not hide the new one. */
  private void addReadable(
      CaseFile file, Entry entry, Entry.Received received, List<Earlier> into) {
    try {
      String text =
          boxes.content(file.id(), entry.seq(), "content", received.content()).text().reveal();
      into.add(
          new Earlier(
              received.messageId().value(),
              entry.at(),
              text,
              Risk.asContext(received.risk().severity())));
    } catch (Boxes.Damaged damaged) {
      log.error("box-damaged case={} seq={}", file.id(), entry.seq());
    }
  }
}
