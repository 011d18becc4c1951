package org.reachline.trust.staff;

/** What an attempt to sign in gave. */
public sealed interface SignIn {
  /** They are who they say. */
  record Welcome(Member member) implements SignIn {}

  /** Unknown name or wrong passphrase: which of the two is told to nobody. */
  record Wrong() implements SignIn {}

  /** Too many attempts are being checked right now; nothing was checked. */
  record Busy() implements SignIn {}
}
