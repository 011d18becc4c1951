package org.reachline.cases.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Client;
import org.reachline.cases.core.Conversation;
import org.reachline.cases.core.FirstAnswers;
import org.reachline.cases.core.Ledger;
import org.reachline.cases.core.Page;
import org.reachline.cases.core.Placed;
import org.reachline.cases.core.Rank;
import org.reachline.cases.core.Watch;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.ClientId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.trust.Scope;

/** The store in memory: the twin that passes the same contract as the one in MongoDB. */
public final class MemoryCaseStore implements CaseStore {
  final MemoryShelf<ConversationId, Conversation> conversations =
      new MemoryShelf<>(
          ConversationId::value,
          Conversation::id,
          Conversation::v,
          (c, v) ->
              new Conversation(
                  c.id(),
                  c.address(),
                  c.lastTwo(),
                  c.channel(),
                  c.line(),
                  c.owner(),
                  c.since(),
                  v));
  final MemoryShelf<ClientId, Client> clients =
      new MemoryShelf<>(
          ClientId::value,
          Client::id,
          Client::v,
          (c, v) -> new Client(c.id(), c.name(), c.open(), v));
  public final MemoryShelf<ConversationId, Ledger> ledgers =
      new MemoryShelf<>(
          ConversationId::value,
          Ledger::id,
          Ledger::v,
          (l, v) -> new Ledger(l.id(), l.entries(), v));
  final MemoryShelf<String, Placed> placed =
      new MemoryShelf<>(
          Function.identity(),
          Placed::id,
          Placed::v,
          (p, v) -> new Placed(p.id(), p.caseId(), p.page(), v));
  public final MemoryShelf<String, Page> pages =
      new MemoryShelf<>(
          Function.identity(),
          Page::id,
          Page::v,
          (p, v) -> new Page(p.caseId(), p.number(), p.entries(), v));
  public final MemoryShelf<CaseId, CaseFile> files =
      new MemoryShelf<>(CaseId::value, CaseFile::id, CaseFile::v, CaseFile::version);
  final MemoryShelf<CrisisId, Watch> watches =
      new MemoryShelf<>(
          CrisisId::value,
          Watch::id,
          Watch::v,
          (w, v) -> new Watch(w.id(), w.raised(), w.duty(), v));
  private final InstantSource clock;

  public MemoryCaseStore(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Shelf<ConversationId, Conversation> conversations() {
    return conversations;
  }

  @Override
  public Shelf<ClientId, Client> clients() {
    return clients;
  }

  @Override
  public Shelf<ConversationId, Ledger> ledgers() {
    return ledgers;
  }

  @Override
  public Shelf<String, Placed> placed() {
    return placed;
  }

  @Override
  public Shelf<String, Page> pages() {
    return pages;
  }

  @Override
  public Shelf<CaseId, CaseFile> files() {
    return files;
  }

  @Override
  public Shelf<CrisisId, Watch> watches() {
    return watches;
  }

  @Override
  public List<CaseFile> queue(Scope scope, Slice slice) {
    return files
        .of(scope)
        .filter(file -> !file.closed() && shows(file, slice))
        .filter(file -> Rank.of(file).compareTo(slice.after()) > 0)
        .sorted(Comparator.comparing(Rank::of))
        .limit(slice.limit())
        .toList();
  }

  private static boolean shows(CaseFile file, Slice slice) {
    return switch (slice.view()) {
      case TEAM -> true;
      case MINE -> file.work().assignees().contains(slice.me());
      case UNASSIGNED -> file.work().assignees().isEmpty();
      case WAITING -> Rank.group(file) == Rank.Group.WAITING;
      case CRISES -> file.inCrisis();
      case UNASSESSED -> file.work().waits().unassessed() && file.work().waits().forUs();
    };
  }

  @Override
  public List<CaseFile> unsent(Scope scope, Instant before, int limit) {
    return files.of(scope).filter(file -> isDue(file, before)).limit(limit).toList();
  }

  private boolean isDue(CaseFile file, Instant before) {
    return file.outbox().rows().isEmpty()
        ? FirstAnswers.due(file).filter(at -> at.isBefore(before)).isPresent()
        : clock.instant().isBefore(before);
  }

  /** One collection. */
  public static final class MemoryShelf<K, T> implements Shelf<K, T> {
    private final Map<K, T> documents = new LinkedHashMap<>();
    private final Function<K, String> text;
    private final Function<T, K> id;
    private final Function<T, Long> version;
    private final BiFunction<T, Long, T> stamped;

    public MemoryShelf(
        Function<K, String> text,
        Function<T, K> id,
        Function<T, Long> version,
        BiFunction<T, Long, T> stamped) {
      this.text = text;
      this.id = id;
      this.version = version;
      this.stamped = stamped;
    }

    @Override
    public synchronized Map<K, T> read(Scope scope, Collection<K> ids) {
      Map<K, T> found = new HashMap<>();
      for (K key : ids) {
        T one = documents.get(key);
        if (one != null && isOf(scope, key)) {
          found.put(key, one);
        }
      }
      return found;
    }

    @Override
    public synchronized Set<K> write(Scope scope, Collection<T> many) {
      Set<K> missed = new HashSet<>();
      for (T one : many) {
        K key = id.apply(one);
        if (!isOf(scope, key)) {
          throw new IllegalArgumentException("a document of another agency");
        }
        T there = documents.get(key);
        if (version.apply(one) == (there == null ? 0 : version.apply(there))) {
          documents.put(key, stamped.apply(one, version.apply(one) + 1));
        } else {
          missed.add(key);
        }
      }
      return missed;
    }

    public synchronized List<T> all() {
      return List.copyOf(documents.values());
    }

    Stream<T> of(Scope scope) {
      return all().stream().filter(one -> isOf(scope, id.apply(one)));
    }

    private boolean isOf(Scope scope, K key) {
      return text.apply(key).startsWith(scope.agency().value() + ".");
    }
  }
}
