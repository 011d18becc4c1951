package org.reachline.trust.staff;

/**
 * One entry of the staff file.
 *
 * @param signIn the name typed to sign in; about a person, so it is not part of {@link Member}
 * @param hash of the passphrase; empty where they cannot sign in by one
 */
record StaffEntry(Member member, String signIn, String hash) {
  @Override
  public String toString() {
    return "StaffEntry[" + member.id() + "]";
  }
}
