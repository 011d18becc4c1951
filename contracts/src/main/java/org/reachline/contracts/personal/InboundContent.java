package org.reachline.contracts.personal;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The sealed part of an inbound message.
 *
 * @param from who wrote
 * @param to the agency's own address that was written to
 * @param name what the provider says the writer is called, empty if it says nothing
 * @param text the words, empty for a message of pictures only
 * @param attachments what came with the words, in order; content we cannot read is here too, never
 *     dropped
 */
public record InboundContent(
    Address from, Address to, PersonName name, MessageText text, List<Attachment> attachments) {
  public InboundContent {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    name = name == null ? new PersonName("") : name;
    text = text == null ? new MessageText("") : text;
    attachments = attachments == null ? List.of() : List.copyOf(attachments);
  }

  /**
   * One thing that came with a message.
   *
   * @param kind image, video, audio, file, location, contact or unsupported
   * @param mime the provider's word on its type, empty if it gives none
   * @param at where the provider keeps it; for a location {@code geo:lat,lon}; empty if there is
   *     nothing to fetch
   */
  public record Attachment(String kind, String mime, MediaAddress at) {
    public Attachment {
      requireNonNull(kind, "kind");
      requireNonNull(mime, "mime");
      requireNonNull(at, "at");
    }

    /** Without the type: a provider may write a file name into it. */
    @Override
    public String toString() {
      return "Attachment[" + kind + ", " + at + "]";
    }
  }
}
