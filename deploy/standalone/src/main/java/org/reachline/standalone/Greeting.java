package org.reachline.standalone;

import java.time.Duration;

/** What a person at the shell is told when everything is up. */
final class Greeting {
  private Greeting() {}

  static void say(Terminal terminal, Ports ports, DataFolder data, String link, Duration took) {
    String base = ports.frontUrl();
    String text =
        """

        Reachline is ready after %d s. Nothing is faked but the phone company.

          Sign in (once, on this machine):  %s
          Phones page                       %s/demo
          Queue, board, figures             %s/queue  %s/oncall  %s/insights
          Webhook for clients' texts        %s
          Log                               %s

        Text as a client:  ./reachline text "been outside since 6 n cant feel my hands"      Stop: Ctrl-C"""
            .formatted(
                took.toSeconds(),
                link,
                base,
                base,
                base,
                base,
                DemoAgency.TENANT.clientWebhook(ports),
                data.root().resolve("log/reachline.log"));
    text.lines().forEach(terminal::say);
  }
}
