package org.reachline.notifier.oncall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.reachline.contracts.AgencyId;
import org.reachline.notifier.oncall.core.Policy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policies of the on-call file, read again when it changes, without a restart. A change with a
 * mistake in it leaves the policies before it in force, and says so until it is mended. Escalations
 * under way keep the policy they were opened under.
 */
public final class PoliciesInForce implements Policies {
  private static final Logger LOG = LoggerFactory.getLogger(PoliciesInForce.class);

  private final Path file;
  private final OnCallFile.Known known;
  private volatile Policies inForce;
  private volatile List<String> mistakes = List.of();
  private volatile long stamp;

  /**
   * Reads the file.
   *
   * @throws OnCallTrouble listing every mistake: there is nothing before it to fall back on
   */
  public PoliciesInForce(Path file, OnCallFile.Known known) {
    this.file = file;
    this.known = known;
    this.stamp = stampOf(file);
    this.inForce = OnCallFile.read(file, known);
  }

  @Override
  public Optional<Policy> of(AgencyId agency) {
    return inForce.of(agency);
  }

  /** What is wrong with the file as it lies there now; empty if it is the one in force. */
  public List<String> mistakes() {
    return mistakes;
  }

  /** Looks at the file, and reads it if it is another one than before. */
  public void reloadIfChanged() {
    long now = stampOf(file);
    if (now == stamp) {
      return;
    }
    stamp = now;
    try {
      inForce = OnCallFile.read(file, known);
      mistakes = List.of();
      LOG.info("{} is in force", file);
    } catch (OnCallTrouble trouble) {
      mistakes = trouble.mistakes();
      mistakes.forEach(mistake -> LOG.error("{}", mistake));
      LOG.error("{} has {} mistakes: the policies before it stay in force", file, mistakes.size());
    }
  }

  private static long stampOf(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis() * 31 + Files.size(file);
    } catch (IOException missing) { // told by the reader
      return -1;
    }
  }
}
