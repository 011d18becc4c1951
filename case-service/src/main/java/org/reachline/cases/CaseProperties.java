package org.reachline.cases;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys of this service.
 *
 * @param programme code of the programme cases are opened in
 * @param queue code of the queue they wait in
 * @param reopenWithin how long after its end a message opens a case again
 * @param sweepEvery how often left-over outbox rows are looked for
 * @param sweepAfter how long they are left to their writer
 * @param sampleOneIn one in how many messages nobody was alarmed about is read by a person
 * @param consumers threads per topic in this process; more than partitions are idle
 * @param recall how the crisis lane fills its memory when it starts
 * @param groups consumer groups
 */
@ConfigurationProperties("reachline.cases")
record CaseProperties(
    @DefaultValue("general") String programme,
    @DefaultValue("default") String queue,
    @DefaultValue("14d") Duration reopenWithin,
    @DefaultValue("5s") Duration sweepEvery,
    @DefaultValue("10s") Duration sweepAfter,
    @DefaultValue("70") int sampleOneIn,
    @DefaultValue("1") int consumers,
    @DefaultValue Recall recall,
    @DefaultValue Groups groups) {
  /** At least one message in a hundred. */
  private static final int RAREST = 100;

  CaseProperties {
    if (sampleOneIn < 1 || sampleOneIn > RAREST) {
      throw new IllegalArgumentException("reachline.cases.sample-one-in must be 1 to " + RAREST);
    }
  }

  /**
   * The lane's memory.
   *
   * @param conversations how many it holds
   * @param records how far back in each partition it reads at most
   * @param within how long it takes for that at most
   */
  record Recall(
      @DefaultValue("20000") int conversations,
      @DefaultValue("20000") int records,
      @DefaultValue("10s") Duration within) {}

  /** Consumer groups; a second installation on the same broker has its own. */
  record Groups(
      @DefaultValue("cases") String cases,
      @DefaultValue("crisis") String crisis,
      @DefaultValue("cases-delivery") String delivery,
      @DefaultValue("cases-crises") String crises,
      @DefaultValue("cases-escalations") String escalations,
      @DefaultValue("cases-samples") String samples) {}
}
