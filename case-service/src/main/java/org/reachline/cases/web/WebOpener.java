package org.reachline.cases.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Content;
import org.reachline.cases.core.Entry;
import org.reachline.cases.store.Boxes;
import org.reachline.cases.view.WebGlance;
import org.reachline.cases.view.WebStory;
import org.reachline.contracts.personal.InboundContent;
import org.reachline.contracts.personal.MessageText;
import org.reachline.contracts.personal.PersonName;

/** Opens the boxes of entries. One that does not open is shown as one that cannot be read. */
final class WebOpener {
  private static final MessageText NO_WORDS = new MessageText("");
  private final Boxes boxes;

  WebOpener(Boxes boxes) {
    this.boxes = boxes;
  }

  WebStory.Said open(CaseFile file, Entry entry) {
    try {
      return switch (entry.body()) {
        case Entry.Received received -> received(file, entry, received);
        case Entry.Sent sent ->
            new WebStory.Said(
                entry,
                boxes.text(file, entry.seq(), sent.text()),
                WebStory.Said.TEXT,
                false,
                List.of());
        default -> new WebStory.Said(entry, NO_WORDS, WebStory.Said.TEXT, false, List.of());
      };
    } catch (Boxes.Damaged unreadable) {
      return new WebStory.Said(entry, NO_WORDS, WebStory.Said.UNSUPPORTED, false, List.of());
    }
  }

  /** A case without a message at hand. */
  WebGlance glance(CaseFile file, PersonName name) {
    return new WebGlance(file, name, "sms", "", Set.of(), NO_WORDS, WebStory.Said.TEXT);
  }

  private WebStory.Said received(CaseFile file, Entry entry, Entry.Received received) {
    InboundContent content = content(file, entry, "content", received.content());
    return new WebStory.Said(
        entry,
        content.text(),
        shape(received, content),
        !content.attachments().isEmpty(),
        edits(file, entry, received));
  }

  private List<WebStory.Edit> edits(CaseFile file, Entry entry, Entry.Received received) {
    return received.changes().stream()
        .flatMap(
            change ->
                change instanceof Entry.Change.Edited edited ? Stream.of(edited) : Stream.empty())
        .map(edited -> edit(file, entry, edited))
        .toList();
  }

  private WebStory.Edit edit(CaseFile file, Entry entry, Entry.Change.Edited edited) {
    InboundContent content = content(file, entry, edited.id().body(), edited.content());
    return new WebStory.Edit(edited, content.text());
  }

  private InboundContent content(
      CaseFile file, Entry entry, String field, Content<InboundContent> content) {
    return boxes.content(file.id(), entry.seq(), field, content);
  }

  private static String shape(Entry.Received received, InboundContent content) {
    if (!content.text().reveal().isBlank()) {
      return WebStory.Said.TEXT;
    }
    boolean voice = content.attachments().stream().anyMatch(a -> a.kind().equals("audio"));
    if (voice) {
      return WebStory.Said.VOICE;
    }
    return received.kind().equals("media") ? WebStory.Said.MEDIA : WebStory.Said.UNSUPPORTED;
  }
}
