package org.reachline.standalone.provider;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A stand-in for Twilio: its REST API over real HTTP on loopback, its signed webhooks and status
 * callbacks, and the phones at the far end. Start reading here.
 *
 * <p>Only the provider is simulated; the product meets it as it would meet the real one. Safe for
 * use by many threads.
 */
public final class FakeTwilio implements AutoCloseable {
  static final String API = "/2010-04-01/Accounts/";

  private final Network network;
  private final Texting texting;
  private final ApiServer server;

  private FakeTwilio(int port, Network network) {
    Carrier carrier = new Carrier(network);
    this.network = network;
    this.texting = new Texting(network, carrier);
    this.server = new ApiServer(port, new Api(network, carrier), network);
  }

  /**
   * Serves these accounts.
   *
   * @param port 0 for any free one
   * @param clock of the arrival log
   */
  public static FakeTwilio start(int port, List<TwilioAccount> accounts, InstantSource clock) {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    return new FakeTwilio(
        port,
        new Network(
            new Accounts(accounts),
            new Messages(),
            new Phones(),
            new Disturbances(),
            new Webhooks(clock),
            new AttemptLog(),
            new AttemptLog(),
            threads,
            clock));
  }

  /** What stands in for the real host: {@code http://127.0.0.1:port}. */
  public String baseUrl() {
    return "http://127.0.0.1:" + server.port();
  }

  /** Changes where the texts of a known number are posted. */
  public void route(TwilioNumber number) {
    network.accounts().route(number);
  }

  /**
   * A person texts one of our numbers. Posted at once, beside any other text: no order is promised,
   * as with the real one; wait for the result where order matters.
   */
  public CompletableFuture<TextResult> textFrom(String phone, String to, String body) {
    return textFrom(phone, to, body, List.of());
  }

  /** As {@link #textFrom(String, String, String)}, with pictures at these addresses. */
  public CompletableFuture<TextResult> textFrom(
      String phone, String to, String body, List<String> media) {
    return texting.text(phone, to, body, media);
  }

  /** Posts an earlier text once more, byte for byte. */
  public CompletableFuture<TextResult> redeliver(String sid) {
    return texting.again(sid);
  }

  /** What arrived on which phone, and when. */
  public Phones phones() {
    return network.phones();
  }

  /** What is to go wrong. */
  public Disturbances disturbances() {
    return network.disturbances();
  }

  /** Every request made for an incoming text. */
  public List<Attempt> textAttempts() {
    return network.texts().all();
  }

  /** Every status callback made. */
  public List<Attempt> receiptAttempts() {
    return network.receipts().all();
  }

  @Override
  public void close() {
    server.close();
    network.webhooks().close();
    network.threads().shutdownNow();
  }
}
