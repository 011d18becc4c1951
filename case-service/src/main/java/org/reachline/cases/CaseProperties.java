package org.reachline.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The keys of this service.
 *
 * @param programme code of the programme cases are opened in
 * @param queue code of the queue they wait in
 * @param reopenWithin how long after its end a message opens a case again
 * @param sweepEvery how often left-over outbox rows are looked for
 * @param sweepAfter how long they are left to their writer
 * @param sampleOneIn one in how many messages nobody was alarmed about is read by a person; at
 *     least one in a hundred
 * @param consumers threads per topic in this process; more than partitions are idle
 * @param recall how the crisis lane fills its memory when it starts
 * @param groups consumer groups
 */
@Validated
@ConfigurationProperties("reachline.cases")
record CaseProperties(
    @DefaultValue("general") String programme,
    @DefaultValue("default") String queue,
    @DurationMin @DefaultValue("14d") Duration reopenWithin,
    @DurationMin(millis = 50) @DefaultValue("5s") Duration sweepEvery,
    @DurationMin @DefaultValue("10s") Duration sweepAfter,
    @Min(1) @Max(100) @DefaultValue("70") int sampleOneIn,
    @Min(1) @DefaultValue("1") int consumers,
    @Valid @DefaultValue Recall recall,
    @DefaultValue Groups groups) {
  /**
   * The lane's memory.
   *
   * @param conversations how many it holds
   * @param records how far back in each partition it reads at most
   * @param within how long it takes for that at most
   */
  record Recall(
      @Min(1) @DefaultValue("20000") int conversations,
      @Min(0) @DefaultValue("20000") int records,
      @DurationMin @DefaultValue("10s") Duration within) {}

  /** Consumer groups; a second installation on the same broker has its own. */
  record Groups(
      @DefaultValue("cases") String cases,
      @DefaultValue("crisis") String crisis,
      @DefaultValue("cases-delivery") String delivery,
      @DefaultValue("cases-crises") String crises,
      @DefaultValue("cases-escalations") String escalations,
      @DefaultValue("cases-samples") String samples) {}
}
