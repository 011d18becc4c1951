package org.reachline.trust.staff;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.StaffId;

/**
 * The staff of all agencies of this deployment. Immutable and safe for any thread. {@link #signIn}
 * works hard for some tens of milliseconds and may wait: call it from a virtual thread.
 */
public final class StaffDirectory {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Map<StaffId, Member> members = new LinkedHashMap<>();
  private final Map<String, StaffEntry> bySignIn = new LinkedHashMap<>();
  private final Semaphore hashing =
      new Semaphore(2 * Runtime.getRuntime().availableProcessors(), true);
  private final String nobody = PassphraseHash.ofNobody();

  StaffDirectory(Collection<StaffEntry> entries) {
    for (StaffEntry entry : entries) {
      members.put(entry.member().id(), entry.member());
      bySignIn.put(nameKey(entry.signIn()), entry);
    }
  }

  /**
   * Reads a staff file.
   *
   * @param agencies the agencies there are; an entry of another one is a mistake
   * @throws StaffTrouble listing every mistake at once
   */
  public static StaffDirectory read(Path file, Set<AgencyId> agencies) {
    return new StaffDirectory(StaffFile.read(file, agencies));
  }

  /** Who has this id, or null if nobody does any more. */
  public @Nullable Member member(StaffId id) {
    return members.get(id);
  }

  /** The staff of one agency, in the order of the file. */
  public List<Member> members(AgencyId agency) {
    return members.values().stream().filter(m -> m.agency().equals(agency)).toList();
  }

  /**
   * Checks a name and a passphrase. An unknown name costs as much time as a wrong passphrase.
   *
   * @param signInName as in the file, upper or lower case
   */
  public SignIn signIn(String signInName, CharSequence passphrase) {
    if (!begin()) {
      return new SignIn.Busy();
    }
    try {
      StaffEntry entry = bySignIn.get(nameKey(signInName));
      if (entry == null || entry.hash().isEmpty()) {
        boolean _ = PassphraseHash.matches(passphrase, nobody);
        return new SignIn.Wrong();
      }
      boolean right = PassphraseHash.matches(passphrase, entry.hash());
      return right ? new SignIn.Welcome(entry.member()) : new SignIn.Wrong();
    } finally {
      hashing.release();
    }
  }

  private boolean begin() {
    try {
      return hashing.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static String nameKey(String signIn) {
    return signIn.strip().toLowerCase(Locale.ROOT);
  }
}
