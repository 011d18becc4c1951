package org.reachline.standalone.provider;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What goes wrong at the provider, by the phone a message is for; nothing unless told. */
public final class Disturbances {
  /** How status callbacks of a phone are delivered. */
  public enum Receipts {
    ONCE,
    DROPPED,
    REPEATED,
    REVERSED
  }

  /** What becomes of a message to a phone. */
  sealed interface Fate {
    /** It arrives. */
    record Delivered() implements Fate {}

    /** The API refuses it with a 400 and this code. */
    record Rejected(int code) implements Fate {}

    /** The API takes it, and it never arrives. */
    record Undelivered(int code) implements Fate {}

    /** The API neither takes it nor answers. */
    record Hanging() implements Fate {}

    /** It arrives, but the API's answer is lost. */
    record AnswerLost() implements Fate {}
  }

  private static final int NO_OUTAGE = 0;

  private final Map<String, Fate> fates = new ConcurrentHashMap<>();
  private final Map<String, Receipts> receipts = new ConcurrentHashMap<>();
  private volatile int outage = NO_OUTAGE;

  Disturbances() {}

  /** Refused with this error code, such as 21610 (opted out). */
  public void reject(String phone, int code) {
    fates.put(phone, new Fate.Rejected(code));
  }

  /** Taken, then reported undelivered with this error code, such as 30003 (unreachable). */
  public void undeliverable(String phone, int code) {
    fates.put(phone, new Fate.Undelivered(code));
  }

  /** No answer, no effect. */
  public void hang(String phone) {
    fates.put(phone, new Fate.Hanging());
  }

  /** The effect without the answer: the connection closes. */
  public void loseAnswer(String phone) {
    fates.put(phone, new Fate.AnswerLost());
  }

  public void receipts(String phone, Receipts how) {
    receipts.put(phone, requireNonNull(how));
  }

  public void dropReceipts(String phone) {
    receipts(phone, Receipts.DROPPED);
  }

  public void repeatReceipts(String phone) {
    receipts(phone, Receipts.REPEATED);
  }

  /** Every call of the API is answered with this status, such as 503. */
  public void outage(int status) {
    outage = status;
  }

  /** All is well again. */
  public void none() {
    fates.clear();
    receipts.clear();
    outage = NO_OUTAGE;
  }

  Fate fateOf(String phone) {
    return fates.getOrDefault(phone, new Fate.Delivered());
  }

  Receipts receiptsOf(String phone) {
    return receipts.getOrDefault(phone, Receipts.ONCE);
  }

  boolean isOutage() {
    return outage != NO_OUTAGE;
  }

  int outageStatus() {
    return outage;
  }
}
