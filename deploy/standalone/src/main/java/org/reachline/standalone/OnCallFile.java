package org.reachline.standalone;

/**
 * The on-call file of the demo agency: Maya first, Luis after a minute, everybody after two, and
 * again until somebody takes it.
 */
final class OnCallFile {
  private OnCallFile() {}

  /** Seconds until the step after Maya's begins. */
  static final int SECONDS_TO_BACKUP = 60;

  static String text(Ports ports) {
    return """
    # Written at every start of standalone.
    on-call:
      %s:
        line: %s
        ack-timeout: 10m
        link-base: http://127.0.0.1:%d
        steps:
          - {targets: [%s], delay: %ds}
          - {targets: [%s], delay: 60s}
        last-resort: [%s, %s, %s]
    """
        .formatted(
            DemoAgency.ID,
            DemoAgency.STAFF_LINE,
            ports.front(),
            DemoAgency.MAYA,
            SECONDS_TO_BACKUP,
            DemoAgency.LUIS,
            DemoAgency.MAYA,
            DemoAgency.LUIS,
            DemoAgency.AMARA);
  }
}
