package org.reachline.system;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.reachline.standalone.provider.Arrival;
import org.reachline.trust.testing.CanaryScan;
import org.reachline.trust.testing.MirrorWatch;

/**
 * The other agency on the machine, with a case of its own: the same client wrote to it, in danger,
 * and the same person took it. From then on nothing of it may move, and nobody else may see it.
 */
final class Mirror {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration QUIET = Duration.ofSeconds(3);

  private Mirror() {}

  static void plant(OneMachine.Running running, CanaryScan canaries, MirrorWatch watch) {
    Judge judge = new Judge(running.machine().kafka());
    text(running, canaries.phone(), canaries.sentence(Town.MIRROR.id()));
    text(running, canaries.phone(), Town.CRISIS);
    Awaitility.await("the mirror's crisis is paged")
        .atMost(LIMIT)
        .until(() -> !pages(running).isEmpty());
    take(running, Pages.code(pages(running).getFirst()));
    Awaitility.await("the mirror's crisis is taken")
        .atMost(LIMIT)
        .until(() -> judge.count("reachline.escalations", "Acknowledged", Town.MIRROR.id()) == 1);
    for (String service : List.of("cases", "notifier", "analytics")) {
      watch.database(running.machine().mongo(service));
    }
    watch.topics(running.machine().kafka(), judge.ourTopics());
    Awaitility.await("the mirror has come to rest")
        .atMost(LIMIT)
        .pollDelay(QUIET)
        .pollInterval(QUIET)
        .until(() -> rests(watch));
  }

  private static boolean rests(MirrorWatch watch) {
    try {
      watch.check();
      return true;
    } catch (AssertionError moved) {
      watch.plant(() -> {}); // takes what is now, and looks again later
      return false;
    }
  }

  private static List<Arrival> pages(OneMachine.Running running) {
    return Pages.of(Town.MIRROR, running);
  }

  private static void text(OneMachine.Running running, String from, String words) {
    if (!running
        .machine()
        .provider()
        .textFrom(from, Town.MIRROR.clientNumber(), words)
        .join()
        .taken()) {
      throw new AssertionError("the mirror's text was not taken");
    }
  }

  private static void take(OneMachine.Running running, String code) {
    running.machine().provider().textFrom(Town.MAYA, Town.MIRROR.staffNumber(), code + " 1").join();
  }
}
