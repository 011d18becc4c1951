package org.reachline.cases;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Client;
import org.reachline.cases.core.Conversation;
import org.reachline.cases.core.Ledger;
import org.reachline.cases.core.Placed;
import org.reachline.cases.core.Situation;
import org.reachline.cases.core.Watch;
import org.reachline.cases.store.CaseStore;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.ClientId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.trust.Scope;

/**
 * Everything one batch of one agency touches: read once by id, changed in memory as the rules
 * decide, compared with what was read when it is written. One thread.
 */
final class Desk {
  private final String programme;
  private final Map<ConversationId, Conversation> conversations;
  private final Map<ClientId, Client> clients;
  private final Map<ConversationId, Ledger> ledgers;
  private final Map<CaseId, CaseFile> files;
  private final Map<String, Placed> placed;

  private final Map<ConversationId, Conversation> conversationsRead;
  private final Map<ClientId, Client> clientsRead;
  private final Map<ConversationId, Ledger> ledgersRead;
  private final Map<CaseId, CaseFile> filesRead;
  private final Set<CaseId> touched = new HashSet<>();
  private final Set<MessageId> messages = new LinkedHashSet<>();

  private Desk(
      String programme,
      Map<ConversationId, Conversation> conversations,
      Map<ClientId, Client> clients,
      Map<ConversationId, Ledger> ledgers,
      Map<CaseId, CaseFile> filesRead,
      Map<CaseId, CaseFile> files,
      Map<String, Placed> placed) {
    this.programme = programme;
    this.conversationsRead = Map.copyOf(conversations);
    this.clientsRead = Map.copyOf(clients);
    this.ledgersRead = Map.copyOf(ledgers);
    this.filesRead = Map.copyOf(filesRead);
    this.conversations = new LinkedHashMap<>(conversations);
    this.clients = new LinkedHashMap<>(clients);
    this.ledgers = new LinkedHashMap<>(ledgers);
    this.files = new LinkedHashMap<>(files);
    this.placed = new LinkedHashMap<>(placed);
  }

  /**
   * Reads what the batch needs, one round trip per collection. Cases are read before places: a
   * message that has meanwhile moved from a case into a page is then known to be there.
   */
  static Desk load(
      CaseStore store, Scope scope, String programme, Collection<InboundEvent> batch, Relay relay) {
    List<ConversationId> ids = batch.stream().map(InboundEvent::conversationId).distinct().toList();
    Map<ConversationId, Conversation> conversations = store.conversations().read(scope, ids);
    Map<ClientId, Client> clients =
        store
            .clients()
            .read(
                scope,
                conversations.values().stream().map(Conversation::owner).distinct().toList());
    List<CaseId> current =
        clients.values().stream()
            .flatMap(client -> Stream.ofNullable(client.open().get(programme)))
            .map(Client.Reservation::caseId)
            .toList();
    Map<CaseId, CaseFile> read = new HashMap<>(read(store, scope, current));
    List<String> messages = batch.stream().flatMap(Desk::messages).distinct().toList();
    Map<String, Placed> placed = store.placed().read(scope, messages);
    List<CaseId> others =
        placed.values().stream()
            .map(Placed::caseId)
            .filter(id -> !read.containsKey(id))
            .distinct()
            .toList();
    if (!others.isEmpty()) {
      read.putAll(read(store, scope, others));
      placed = store.placed().read(scope, messages);
    }
    Map<CaseId, CaseFile> files = new HashMap<>();
    read.forEach((id, file) -> files.put(id, relay.trimmed(file)));
    Map<ConversationId, Ledger> ledgers = store.ledgers().read(scope, ids);
    return new Desk(programme, conversations, clients, ledgers, read, files, placed);
  }

  private static Map<CaseId, CaseFile> read(CaseStore store, Scope scope, Collection<CaseId> ids) {
    return ids.isEmpty() ? Map.of() : store.files().read(scope, ids);
  }

  private static Stream<String> messages(InboundEvent event) {
    return switch (event) {
      case InboundEvent.MessageEdited edited ->
          Stream.of(edited.messageId().value(), edited.edited().value());
      case InboundEvent.MessageDeleted deleted -> Stream.of(deleted.deleted().value());
      case InboundEvent.MessageReceived received -> Stream.of(received.messageId().value());
      case InboundEvent.ConsentSignalled signal -> Stream.of(signal.messageId().value());
    };
  }

  /** Where a message stands, or null if that was never decided. */
  @Nullable Placed placed(MessageId message) {
    return placed.get(message.value());
  }

  /** The newest case of a conversation's client, or null. */
  @Nullable CaseFile current(ConversationId id) {
    Conversation conversation = conversations.get(id);
    Client client = conversation == null ? null : clients.get(conversation.owner());
    Client.Reservation reservation = client == null ? null : client.open().get(programme);
    return reservation == null ? null : files.get(reservation.caseId());
  }

  /** The channel a conversation is known by, or a word for none. */
  String channel(ConversationId id) {
    Conversation conversation = conversations.get(id);
    return conversation == null ? "sms" : conversation.channel();
  }

  @Nullable CaseFile file(CaseId id) {
    return files.get(id);
  }

  /** What the rules are to decide on, for an event of a conversation about a message. */
  Situation situation(ConversationId id, MessageId about) {
    Ledger ledger = ledgers.getOrDefault(id, Ledger.empty(id));
    Conversation conversation = conversations.get(id);
    if (conversation == null) {
      return new Situation.Stranger(ledger);
    }
    Client client = clients.get(conversation.owner());
    if (client == null) {
      return new Situation.Orphan(conversation, ledger);
    }
    Placed place = placed.get(about.value());
    CaseFile decided = place == null ? null : files.get(place.caseId());
    if (decided != null) {
      return new Situation.Filed(conversation, client, ledger, decided, true);
    }
    CaseFile current = current(id);
    return current == null
        ? new Situation.Known(conversation, client, ledger)
        : new Situation.Filed(conversation, client, ledger, current, false);
  }

  /** Keeps what the rules decided about a message. */
  void put(Situation after, MessageId about) {
    messages.add(about);
    ledgers.put(after.ledger().id(), after.ledger());
    if (after instanceof Situation.Filed filed) {
      conversations.put(filed.conversation().id(), filed.conversation());
      clients.put(filed.client().id(), filed.client());
      put(filed.file());
      placed.putIfAbsent(about.value(), Placed.at(about.value(), filed.file().id()));
    }
  }

  /** Whether the message that raised a crisis stands in this case. */
  boolean holds(CaseFile file, Watch watch) {
    return watch.raised().stream()
        .map(raised -> placed.get(raised.raisedBy().value()))
        .anyMatch(place -> place != null && place.caseId().equals(file.id()));
  }

  /** What the batch was about. */
  Set<MessageId> messages() {
    return messages;
  }

  /** Keeps a case, and remembers that what it has to say must be heard. */
  void put(CaseFile file) {
    files.put(file.id(), file);
    touched.add(file.id());
    CaseFile read = filesRead.get(file.id());
    Places.of(file, read == null ? 0 : read.log().seq())
        .forEach(id -> placed.putIfAbsent(id, Placed.at(id, file.id())));
  }

  List<Conversation> newConversations() {
    return changed(conversations, conversationsRead, Conversation::id);
  }

  List<Client> changedClients() {
    return changed(clients, clientsRead, Client::id);
  }

  List<Ledger> changedLedgers() {
    return changed(ledgers, ledgersRead, Ledger::id).stream()
        .filter(ledger -> !ledger.entries().isEmpty())
        .toList();
  }

  List<Placed> newPlaces() {
    return placed.values().stream().filter(place -> place.v() == 0).toList();
  }

  /** Cases that differ from what was read. */
  List<CaseFile> changedFiles() {
    return changed(files, filesRead, CaseFile::id).stream()
        .filter(file -> touched.contains(file.id()))
        .toList();
  }

  /** Every case an event of the batch stands in, changed or not. */
  List<CaseFile> touchedFiles() {
    List<CaseFile> found = new ArrayList<>();
    touched.forEach(id -> found.add(requireNonNull(files.get(id))));
    return found;
  }

  private static <K, T> List<T> changed(Map<K, T> now, Map<K, T> read, Function<T, K> id) {
    return now.values().stream().filter(one -> !one.equals(read.get(id.apply(one)))).toList();
  }
}
