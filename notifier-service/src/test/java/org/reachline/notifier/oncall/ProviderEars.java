package org.reachline.notifier.oncall;

/** The provider that called us and waits for an answer; without one it calls again. */
interface ProviderEars {
  void answered(String reply);
}
