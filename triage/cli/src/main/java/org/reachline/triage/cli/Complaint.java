package org.reachline.triage.cli;

/** Ends the command with a sentence for the person who called it; never quotes a message. */
final class Complaint extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;

  private Complaint(String sentence, int code) {
    super(sentence, null, false, false);
    this.code = code;
  }

  static Complaint usage(String sentence) {
    return new Complaint(sentence, Main.USAGE);
  }

  static Complaint of(String sentence) {
    return new Complaint(sentence, Main.BAD);
  }

  int code() {
    return code;
  }
}
