package org.reachline.cases.web;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Client;
import org.reachline.cases.core.Conversation;
import org.reachline.cases.core.Crisis;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Page;
import org.reachline.cases.core.Placed;
import org.reachline.cases.core.examples.Example;
import org.reachline.cases.store.Boxes;
import org.reachline.cases.store.CaseStore;
import org.reachline.cases.store.ExampleStore;
import org.reachline.cases.view.ThreadView;
import org.reachline.cases.view.WebGlance;
import org.reachline.cases.view.WebStory;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.ClientId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.events.CaseEvent.Author;
import org.reachline.contracts.personal.MessageText;
import org.reachline.contracts.personal.PersonName;
import org.reachline.trust.Scope;

/** Reads what pages show: a few documents by id, their boxes opened. */
public final class WebReader {
  private final CaseStore store;
  private final Boxes boxes;
  private final ExampleStore examples;
  private final WebOpener opener;

  public WebReader(CaseStore store, Boxes boxes, ExampleStore examples) {
    this.store = store;
    this.boxes = boxes;
    this.examples = examples;
    this.opener = new WebOpener(boxes);
  }

  /**
   * A case and the thirty entries before a place in its log.
   *
   * @param before exclusive; the newest entries are those before {@link Long#MAX_VALUE}
   */
  public WebStory story(Scope scope, CaseFile file, long before) {
    long last = Math.min(file.log().seq(), before - 1);
    long first = Math.max(1, last - ThreadView.SHOWN + 1);
    List<Entry> window =
        all(scope, file, first).stream().filter(e -> e.seq() >= first && e.seq() <= last).toList();
    List<Entry> raising = raising(scope, file, window);
    Map<ConversationId, Conversation> conversations =
        conversations(scope, Stream.of(window, raising, file.log().tail()).flatMap(List::stream));
    return new WebStory(
        file,
        name(scope, file),
        conversations,
        store.ledgers().read(scope, conversations.keySet()),
        window.stream().map(entry -> opener.open(file, entry)).toList(),
        raising.stream().map(entry -> opener.open(file, entry)).toList(),
        examples(scope, window),
        first > 1);
  }

  /** What staff said of the messages at hand. */
  private Map<MessageId, Example> examples(Scope scope, List<Entry> window) {
    List<MessageId> ids =
        window.stream().flatMap(entry -> WebStory.readForDanger(entry.body())).toList();
    return ids.isEmpty() ? Map.of() : examples.examples().read(scope, ids);
  }

  /** The entries of the document, and of the pages before it that are needed. */
  private List<Entry> all(Scope scope, CaseFile file, long first) {
    List<String> ids = new ArrayList<>();
    for (long number = (first - 1) / Page.SIZE + 1; number <= file.log().pages(); number++) {
      ids.add(Page.idOf(file.id(), number));
    }
    Map<String, Page> pages = ids.isEmpty() ? Map.of() : store.pages().read(scope, ids);
    List<Entry> entries = new ArrayList<>();
    ids.stream()
        .flatMap(id -> Stream.ofNullable(pages.get(id)))
        .forEach(page -> entries.addAll(page.entries()));
    entries.addAll(file.log().tail());
    return entries;
  }

  /** The messages that raised crises; those not at hand lie in pages. */
  private List<Entry> raising(Scope scope, CaseFile file, List<Entry> window) {
    Set<MessageId> ids = file.crises().stream().map(Crisis::raisedBy).collect(Collectors.toSet());
    List<Entry> found = new ArrayList<>();
    Stream.concat(window.stream(), file.log().tail().stream())
        .distinct()
        .filter(entry -> ids.stream().anyMatch(id -> about(entry, id)))
        .forEach(found::add);
    List<String> missing =
        ids.stream()
            .filter(id -> found.stream().noneMatch(entry -> about(entry, id)))
            .map(MessageId::value)
            .toList();
    if (!missing.isEmpty()) {
      found.addAll(inPages(scope, file.id(), missing, ids));
    }
    return found;
  }

  private List<Entry> inPages(Scope scope, CaseId id, List<String> missing, Set<MessageId> ids) {
    List<String> pages =
        store.placed().read(scope, missing).values().stream()
            .filter(place -> place.page() > 0 && place.caseId().equals(id))
            .map((Placed place) -> Page.idOf(id, place.page()))
            .distinct()
            .toList();
    return store.pages().read(scope, pages).values().stream()
        .flatMap(page -> page.entries().stream())
        .filter(entry -> ids.stream().anyMatch(one -> about(entry, one)))
        .toList();
  }

  private static boolean about(Entry entry, MessageId id) {
    return entry.is(id)
        || (entry.body() instanceof Entry.Received received
            && received.changes().stream().anyMatch(change -> change.id().equals(id)));
  }

  private Map<ConversationId, Conversation> conversations(Scope scope, Stream<Entry> entries) {
    Set<ConversationId> ids = new LinkedHashSet<>();
    entries.forEach(entry -> WebStory.conversation(entry.body()).ifPresent(ids::add));
    return store.conversations().read(scope, ids);
  }

  private PersonName name(Scope scope, CaseFile file) {
    Client client = store.clients().one(scope, file.opening().client());
    return client == null ? new PersonName("") : name(client);
  }

  private PersonName name(Client client) {
    try {
      return boxes.name(client);
    } catch (Boxes.Damaged unreadable) { // the case is shown all the same
      return new PersonName("");
    }
  }

  /** Whether a message we sent has other words than these, as far as the case still shows it. */
  boolean saysOtherwise(CaseFile file, MessageId message, MessageText words) {
    return file.log().tail().stream()
        .filter(entry -> entry.is(message))
        .map(entry -> opener.open(file, entry).text().reveal())
        .anyMatch(said -> !said.equals(words.reveal()));
  }

  /** Cases as lists show them, in the same order; one round trip per collection. */
  List<WebGlance> glances(Scope scope, List<CaseFile> files) {
    Map<CaseId, Entry> newest = new LinkedHashMap<>();
    files.forEach(
        file ->
            file.log().tail().stream()
                .filter(WebReader::isByAPerson)
                .forEach(entry -> newest.put(file.id(), entry)));
    Map<ConversationId, Conversation> conversations =
        conversations(scope, newest.values().stream());
    Map<ClientId, Client> clients =
        store
            .clients()
            .read(scope, files.stream().map(f -> f.opening().client()).distinct().toList());
    Map<ClientId, PersonName> names = new LinkedHashMap<>();
    clients.forEach((id, client) -> names.put(id, name(client)));
    return files.stream().map(file -> glance(file, newest, conversations, names)).toList();
  }

  /** What a machine sent says nothing of how a case stands. */
  private static boolean isByAPerson(Entry entry) {
    return switch (entry.body()) {
      case Entry.Received _ -> true;
      case Entry.Sent sent -> sent.author() == Author.WORKER;
      default -> false;
    };
  }

  private WebGlance glance(
      CaseFile file,
      Map<CaseId, Entry> newest,
      Map<ConversationId, Conversation> conversations,
      Map<ClientId, PersonName> names) {
    PersonName name = requireNonNullElse(names.get(file.opening().client()), new PersonName(""));
    Entry entry = newest.get(file.id());
    if (entry == null) {
      return opener.glance(file, name);
    }
    WebStory.Said last = opener.open(file, entry);
    List<Conversation> where =
        WebStory.conversation(entry.body()).stream()
            .flatMap(id -> Stream.ofNullable(conversations.get(id)))
            .toList();
    return where.isEmpty()
        ? opener.glance(file, name)
        : new WebGlance(
            file,
            name,
            WebStory.channel(entry.body(), where.getFirst()),
            where.getFirst().lastTwo(),
            entry.body() instanceof Entry.Sent sent ? sent.by() : Set.of(),
            last.text(),
            last.shape());
  }
}
