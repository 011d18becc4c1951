package org.reachline.notifier.provider;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.reachline.channels.lines.ConfiguredLine;
import org.reachline.channels.spi.Address;
import org.reachline.channels.spi.ChannelAdapter;
import org.reachline.channels.spi.Found;
import org.reachline.channels.spi.HttpCall;
import org.reachline.channels.spi.Outbound;
import org.reachline.channels.spi.SendOutcome;
import org.reachline.channels.spi.SendOutcome.Accepted;
import org.reachline.channels.spi.Stated;

/** Sends one message through its line's adapter: its calls in order, each once. */
public final class LineCalls {
  private static final String TEL = "tel:";

  private final Provider provider;

  public LineCalls(Provider provider) {
    this.provider = provider;
  }

  /**
   * What sending came to.
   *
   * @param done how many calls were accepted, counted from the first
   * @param ids the provider's ids of this time
   * @param outcome of the last call made
   */
  public record Sent(int done, List<String> ids, SendOutcome outcome) {
    public Sent {
      ids = List.copyOf(ids);
    }
  }

  /** Makes the calls from an index on; stops at the first that is not accepted. */
  public Sent send(ConfiguredLine line, Outbound message, int from) {
    ChannelAdapter adapter = line.adapter();
    if (adapter.capabilities().refusal(message) instanceof Stated.Is<SendOutcome.Failed>(var no)) {
      return new Sent(from, List.of(), no);
    }
    List<HttpCall> calls = adapter.send(message, line.config());
    List<String> ids = new ArrayList<>();
    for (int i = from; i < calls.size(); i++) {
      SendOutcome outcome = adapter.sendResult(message, provider.call(calls.get(i)), line.config());
      if (!(outcome instanceof Accepted(var accepted))) {
        return new Sent(i, ids, outcome);
      }
      ids.addAll(accepted);
    }
    return new Sent(calls.size(), ids, new Accepted(ids));
  }

  /** Asks the provider, where it can be asked, whether it has a message whose answer was lost. */
  public Found find(ConfiguredLine line, Outbound message, Instant since) {
    ChannelAdapter adapter = line.adapter();
    return adapter
        .lookup(message, since, line.config())
        .map(call -> adapter.lookupResult(message, since, provider.call(call), line.config()))
        .orElseGet(Found.Unclear::new);
  }

  /** The address of a line, as its adapter wants it. */
  public static Address from(ConfiguredLine line) {
    String own = line.config().channel().exact();
    return new Address(own, own.startsWith("+") ? Address.Kind.PHONE : Address.Kind.OPAQUE);
  }

  /** The public address of a line without what it may carry as a query. */
  public static String path(ConfiguredLine line) {
    return line.publicUrl().exact().replaceFirst("\\?.*", "");
  }

  /** A person's address, such as {@code tel:+15550100111}, as an adapter wants it. */
  public static Address to(org.reachline.contracts.personal.Address person) {
    String exact = person.reveal();
    return exact.startsWith(TEL)
        ? new Address(exact.substring(TEL.length()), Address.Kind.PHONE)
        : new Address(exact.substring(exact.indexOf(':') + 1), Address.Kind.OPAQUE);
  }

  /** A phone as people's addresses are written. */
  public static org.reachline.contracts.personal.Address person(Address address) {
    return new org.reachline.contracts.personal.Address(TEL + address.exact());
  }
}
