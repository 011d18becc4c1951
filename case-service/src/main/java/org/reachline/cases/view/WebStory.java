package org.reachline.cases.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Conversation;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Ledger;
import org.reachline.cases.core.Risk;
import org.reachline.cases.core.examples.Example;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.personal.MessageText;
import org.reachline.contracts.personal.PersonName;

/**
 * A case with its boxes opened, as far as one page shows it.
 *
 * @param name what the client is called, empty where nobody has said
 * @param conversations the client's addresses that occur in it
 * @param ledgers what each of them said about being written to
 * @param said the entries of the page, oldest first
 * @param raised the messages that raised a crisis, shown or not
 * @param examples what staff said of messages of the page
 * @param older whether there are entries before
 */
public record WebStory(
    CaseFile file,
    PersonName name,
    Map<ConversationId, Conversation> conversations,
    Map<ConversationId, Ledger> ledgers,
    List<Said> said,
    List<Said> raised,
    Map<MessageId, Example> examples,
    boolean older) {
  public WebStory {
    conversations = Map.copyOf(conversations);
    ledgers = Map.copyOf(ledgers);
    said = List.copyOf(said);
    raised = List.copyOf(raised);
    examples = Map.copyOf(examples);
  }

  /**
   * One entry with its words.
   *
   * @param text empty where there are none
   * @param shape what the page shows without words: {@code text media voice unsupported}
   * @param attached whether pictures, voice or files came with it
   * @param edits later words of the same message
   */
  public record Said(
      Entry entry, MessageText text, String shape, boolean attached, List<Edit> edits) {
    public static final String TEXT = "text";
    public static final String MEDIA = "media";
    public static final String VOICE = "voice";
    public static final String UNSUPPORTED = "unsupported";

    public Said {
      edits = List.copyOf(edits);
    }
  }

  /** New words for an earlier message. */
  public record Edit(Entry.Change.Edited change, MessageText text) {}

  /** The words of a message or of a change to one, by the id under which it was read for danger. */
  Optional<MessageText> words(MessageId id) {
    return raised.stream().flatMap(one -> words(one, id).stream()).findFirst();
  }

  private static Optional<MessageText> words(Said said, MessageId id) {
    if (said.entry().is(id)) {
      return Optional.of(said.text());
    }
    return said.edits().stream()
        .filter(edit -> edit.change().id().equals(id))
        .map(Edit::text)
        .findFirst();
  }

  /** What the detector said of a message that raised a crisis. */
  Optional<Risk> risk(MessageId id) {
    return raised.stream()
        .map(said -> said.entry().body())
        .filter(Entry.Received.class::isInstance)
        .map(Entry.Received.class::cast)
        .flatMap(received -> received.risks().entrySet().stream())
        .filter(read -> read.getKey().equals(id))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Where a message, or a change to one, stands in the log, as far as it was read. */
  Optional<Entry> entry(MessageId id) {
    return Stream.concat(file.log().tail().stream(), said.stream().map(Said::entry))
        .filter(entry -> readForDanger(entry.body()).anyMatch(id::equals))
        .findFirst();
  }

  /** Where the client wrote from last; else where we wrote last. */
  Optional<Conversation> current() {
    return newest(Entry.Received.class).or(() -> newest(Entry.Sent.class));
  }

  private Optional<Conversation> newest(Class<? extends Entry.Body> kind) {
    return Stream.concat(
            file.log().tail().reversed().stream(), said.reversed().stream().map(Said::entry))
        .map(Entry::body)
        .filter(kind::isInstance)
        .flatMap(body -> conversation(body).stream())
        .flatMap(id -> Stream.ofNullable(conversations.get(id)))
        .findFirst();
  }

  /** The messages of a client an entry holds, by the ids under which they were read for danger. */
  public static Stream<MessageId> readForDanger(Entry.Body body) {
    return body instanceof Entry.Received received
        ? received.risks().keySet().stream()
        : Stream.empty();
  }

  /** The conversation a message belongs to. */
  public static Optional<ConversationId> conversation(Entry.Body body) {
    return switch (body) {
      case Entry.Received received -> Optional.of(received.conversationId());
      case Entry.Sent sent -> Optional.of(sent.conversationId());
      default -> Optional.empty();
    };
  }

  /** The channel a message came or went by, else the conversation's own. */
  public static String channel(Entry.Body body, Conversation conversation) {
    return switch (body) {
      case Entry.Received received -> received.channel();
      case Entry.Sent sent -> sent.channel();
      default -> conversation.channel();
    };
  }

  /** What an address of the client said about being written to. */
  Ledger ledger(ConversationId id) {
    return ledgers.getOrDefault(id, Ledger.empty(id));
  }
}
