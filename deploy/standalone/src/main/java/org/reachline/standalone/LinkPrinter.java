package org.reachline.standalone;

import org.jspecify.annotations.Nullable;

/**
 * Prints links that sign in once, where the machine was started and nowhere else. Never more than
 * one that still works, so asking often prints nothing new.
 */
final class LinkPrinter {
  private final OneTimeLinks links;
  private final String url;
  private final Terminal terminal;
  private @Nullable String last;

  LinkPrinter(OneTimeLinks links, String url, Terminal terminal) {
    this.links = links;
    this.url = url;
    this.terminal = terminal;
  }

  /** The link that works now, for whoever started the machine. */
  synchronized String link() {
    String token = last;
    if (token == null || links.stateOf(token) != OneTimeLinks.State.READY) {
      token = links.issue();
      last = token;
    }
    return url + "/enter?token=" + token;
  }

  /** Somebody came with a link that works no more. */
  synchronized void printAnother() {
    String before = last;
    String now = link();
    if (before == null || !now.endsWith(before)) {
      terminal.say("  Sign in (once, on this machine):  " + now);
    }
  }
}
