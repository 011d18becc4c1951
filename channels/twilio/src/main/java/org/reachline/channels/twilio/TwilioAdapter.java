package org.reachline.channels.twilio;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.reachline.channels.spi.AuthRule;
import org.reachline.channels.spi.Capabilities;
import org.reachline.channels.spi.ChannelAdapter;
import org.reachline.channels.spi.ChannelConfig;
import org.reachline.channels.spi.ChannelKey;
import org.reachline.channels.spi.ChannelType;
import org.reachline.channels.spi.ConfigSpec;
import org.reachline.channels.spi.ConfigSpec.Field;
import org.reachline.channels.spi.Found;
import org.reachline.channels.spi.HttpAnswer;
import org.reachline.channels.spi.HttpCall;
import org.reachline.channels.spi.HttpReply;
import org.reachline.channels.spi.Inbound;
import org.reachline.channels.spi.MediaPlan;
import org.reachline.channels.spi.MediaRef;
import org.reachline.channels.spi.Outbound;
import org.reachline.channels.spi.RawRequest;
import org.reachline.channels.spi.Routing;
import org.reachline.channels.spi.SendOutcome;
import org.reachline.channels.spi.Stated;
import org.reachline.channels.spi.Verdict;

/**
 * Twilio's Programmable Messaging. Start reading here: {@link TwilioSignature} lets a request in,
 * {@link TwilioInbound} reads it, {@link TwilioOutbound} writes the answer back.
 */
public final class TwilioAdapter implements ChannelAdapter {
  static final ChannelType TYPE = new ChannelType("twilio");
  static final String ACCOUNT_SID = "accountSid";
  static final String AUTH_TOKEN = "authToken";
  static final String ADDRESS = "address";
  static final String API_BASE = "apiBase";

  /** An empty answer: anything else but TwiML would be sent to the client as a message. */
  static final HttpAnswer EMPTY_TWIML =
      new HttpAnswer.Fixed(
          200, "application/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");

  @Override
  public ChannelType type() {
    return TYPE;
  }

  @Override
  public Capabilities capabilities() {
    return TwilioCapabilities.ALL;
  }

  @Override
  public ConfigSpec configSpec() {
    return new ConfigSpec(
        List.of(
            Field.required(
                ACCOUNT_SID, ConfigSpec.Type.TEXT, "The account's SID; it starts with AC."),
            Field.required(AUTH_TOKEN, ConfigSpec.Type.SECRET, "The account's primary auth token."),
            Field.required(
                ADDRESS,
                ConfigSpec.Type.ADDRESS,
                "The line's number in E.164, its short code, its whatsapp: address or the SID of"
                    + " its Messaging Service."),
            Field.withDefault(
                API_BASE,
                ConfigSpec.Type.URL,
                "https://api.twilio.com",
                "Where messages are sent to.")),
        new AuthRule.Secrets(Set.of(AUTH_TOKEN)));
  }

  /** By our number first: a pooled number is also found where its Messaging Service is no line. */
  @Override
  public Routing route(RawRequest request) {
    Form form = Form.of(request);
    Stated<String> ours = Receipt.in(form) ? form.find("From") : form.find("To");
    List<ChannelKey> keys =
        Stream.concat(ours.stream(), form.find("MessagingServiceSid").stream())
            .map(exact -> new ChannelKey(TYPE, exact))
            .toList();
    return keys.isEmpty() ? new Routing.ByUrl() : new Routing.Candidates(keys);
  }

  @Override
  public Verdict verify(RawRequest request, ChannelConfig config, Instant now) {
    return new TwilioSignature(config.secret(AUTH_TOKEN)).check(request);
  }

  @Override
  public Inbound parse(RawRequest request, ChannelConfig config) {
    return new Inbound(new TwilioInbound(request, config).items(), EMPTY_TWIML);
  }

  @Override
  public List<HttpCall> send(Outbound message, ChannelConfig config) {
    return new TwilioOutbound(config).calls(message);
  }

  @Override
  public SendOutcome sendResult(Outbound message, HttpReply reply, ChannelConfig config) {
    return TwilioReply.outcome(reply);
  }

  @Override
  public Optional<HttpCall> lookup(Outbound message, Instant since, ChannelConfig config) {
    return Optional.of(new TwilioLookup(message, since, config).call());
  }

  @Override
  public Found lookupResult(
      Outbound message, Instant since, HttpReply reply, ChannelConfig config) {
    return new TwilioLookup(message, since, config).result(reply);
  }

  @Override
  public MediaPlan media(MediaRef ref, ChannelConfig config) {
    return new TwilioApi(config).media(ref);
  }

  /** Tells wrong credentials (401) from a number that is not the account's (an empty list). */
  @Override
  public Optional<HttpCall> healthProbe(ChannelConfig config) {
    return Optional.of(new TwilioApi(config).probe());
  }
}
