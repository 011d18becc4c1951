package org.reachline.channels.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.reachline.channels.spi.AckBudget;
import org.reachline.channels.spi.Arrival;
import org.reachline.channels.spi.AuthRule;
import org.reachline.channels.spi.Capabilities;
import org.reachline.channels.spi.ChannelAdapter;
import org.reachline.channels.spi.ChannelConfig;
import org.reachline.channels.spi.ChannelKey;
import org.reachline.channels.spi.ChannelType;
import org.reachline.channels.spi.ConfigSpec;
import org.reachline.channels.spi.ConfigSpec.Field;
import org.reachline.channels.spi.HttpAnswer;
import org.reachline.channels.spi.HttpCall;
import org.reachline.channels.spi.HttpReply;
import org.reachline.channels.spi.Inbound;
import org.reachline.channels.spi.MediaPlan;
import org.reachline.channels.spi.MediaRef;
import org.reachline.channels.spi.OptOutSource;
import org.reachline.channels.spi.Outbound;
import org.reachline.channels.spi.OutboundLimits;
import org.reachline.channels.spi.RateLimits;
import org.reachline.channels.spi.RawRequest;
import org.reachline.channels.spi.ReplayWindow;
import org.reachline.channels.spi.RetryHorizon;
import org.reachline.channels.spi.Routing;
import org.reachline.channels.spi.Secret;
import org.reachline.channels.spi.SendIdempotency;
import org.reachline.channels.spi.SendOutcome;
import org.reachline.channels.spi.SessionWindow;
import org.reachline.channels.spi.Stated;
import org.reachline.channels.spi.StatusKind;
import org.reachline.channels.spi.TextLimit;
import org.reachline.channels.spi.Verdict;

/** A made-up channel that does everything right, but for one flaw. */
class Pigeon implements ChannelAdapter {
  static final ChannelType TYPE = new ChannelType("pigeon");
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final Flaw flaw;

  Pigeon(Flaw flaw) {
    this.flaw = flaw;
  }

  @Override
  public ChannelType type() {
    return TYPE;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        Set.of(Arrival.WEBHOOK),
        "HMAC-SHA256 over time, URL and body",
        new ReplayWindow.Within(WINDOW),
        true,
        false,
        new AckBudget.NotStated(),
        new RetryHorizon.Never(),
        false,
        10_000,
        new OutboundLimits(new TextLimit.Utf16Units(50), Set.of("image/*"), 1, 1000, 0, false),
        new SendIdempotency.None(),
        new SessionWindow.Open(),
        Set.of(StatusKind.SENT, StatusKind.DELIVERED, StatusKind.READ, StatusKind.FAILED),
        true,
        OptOutSource.PROVIDER_SIGNAL,
        new RateLimits(Stated.absent(), Stated.absent()));
  }

  @Override
  public ConfigSpec configSpec() {
    var key = "the key letters are signed with";
    return new ConfigSpec(
        List.of(
            Field.required("loft", ConfigSpec.Type.ADDRESS, "where letters arrive"),
            Field.required("apiKey", ConfigSpec.Type.SECRET, "for sending"),
            flaw == Flaw.LETS_ALL_IN_WITHOUT_A_SECRET
                ? Field.optional("signingKey", ConfigSpec.Type.SECRET, key)
                : Field.required("signingKey", ConfigSpec.Type.SECRET, key)),
        new AuthRule.Secrets(Set.of("apiKey", "signingKey")));
  }

  @Override
  public Routing route(RawRequest request) {
    PigeonForm form = PigeonForm.of(request, Flaw.NONE);
    if (flaw == Flaw.GUESSES_A_LINE && form.get("to").isEmpty()) {
      return new Routing.Candidates(List.of(new ChannelKey(TYPE, "loft-1")));
    }
    var to = flaw == Flaw.LOOKS_FOR_THE_POOL_ONLY ? form.find("pool") : form.find("to");
    return new Routing.Candidates(to.stream().map(loft -> new ChannelKey(TYPE, loft)).toList());
  }

  @Override
  public Verdict verify(RawRequest request, ChannelConfig config, Instant now) {
    if (flaw == Flaw.LETS_ALL_IN_WITHOUT_A_SECRET
        && config.findSecret("signingKey") instanceof Stated.Absent) {
      return new Verdict.Ok("none");
    }
    List<String> given = request.headers().all("Pigeon-Signature");
    if (given.isEmpty()) {
      return new Verdict.Rejected(Verdict.Reason.MISSING, 401);
    }
    boolean one = given.size() == 1 || flaw == Flaw.TAKES_THE_FIRST_OF_TWO_SIGNATURES;
    return one
            && signed(request, given.getFirst(), config.secret("signingKey"))
            && !turnedAway(request)
        ? inTime(request, now)
        : new Verdict.Rejected(Verdict.Reason.BAD, 401);
  }

  private boolean turnedAway(RawRequest request) {
    return flaw == Flaw.TURNS_PICTURES_AWAY && request.body().text().contains("picture=");
  }

  private boolean signed(RawRequest request, String given, Secret key) {
    String url = request.url().exact();
    String body = request.body().text();
    boolean signed = matches(request, url, body, given, key);
    if (flaw == Flaw.TOLERATES_AN_EXTRA_PARAMETER) {
      signed |= matches(request, url, body.replaceFirst("&[^&]*$", ""), given, key);
    }
    if (flaw == Flaw.MENDS_LINE_BREAKS_BEFORE_VERIFYING) {
      signed = matches(request, url, body.replace("\r\n", "\n"), given, key);
    }
    if (flaw == Flaw.BELIEVES_THE_PROXY) {
      String host = request.headers().first("X-Forwarded-Host").orElse("loft.example");
      signed = matches(request, url.replaceFirst("//[^/]*", "//" + host), body, given, key);
    }
    return signed;
  }

  private boolean matches(RawRequest request, String url, String body, String given, Secret key) {
    String time = request.headers().first("Pigeon-Time").orElse("");
    String right =
        "v1=" + PigeonTwin.mac("HmacSHA256", key.reveal(), time + "." + url + "\n" + body);
    return same(given.getBytes(UTF_8), right.getBytes(UTF_8));
  }

  boolean same(byte[] given, byte[] right) {
    return MessageDigest.isEqual(given, right);
  }

  private Verdict inTime(RawRequest request, Instant now) {
    long seconds = Long.parseLong(request.headers().first("Pigeon-Time").orElse("0"));
    Duration age = Duration.between(Instant.ofEpochSecond(seconds), now);
    if (age.compareTo(WINDOW) > 0) {
      return new Verdict.Rejected(Verdict.Reason.STALE, 401);
    }
    return age.negated().compareTo(WINDOW) > 0 && flaw != Flaw.LOOKS_AT_ONE_SIDE_OF_THE_CLOCK
        ? new Verdict.Rejected(Verdict.Reason.FUTURE, 401)
        : new Verdict.Ok("signingKey");
  }

  @Override
  public Inbound parse(RawRequest request, ChannelConfig config) {
    PigeonForm form = PigeonForm.of(request, flaw);
    insist(request, form);
    return new Inbound(
        new PigeonLetters(form, request, config, flaw).items(), new HttpAnswer.Empty());
  }

  private void insist(RawRequest request, PigeonForm form) {
    if (flaw == Flaw.CHOKES_ON_A_NEW_FIELD && form.values().containsKey("somethingNew")) {
      throw new IllegalStateException("somethingNew");
    }
    if (flaw == Flaw.INSISTS_ON_A_CONTENT_TYPE
        && request.headers().first("Content-Type").orElse("").isEmpty()) {
      throw new IllegalStateException("no content type");
    }
    if (flaw == Flaw.PRINTS_WHAT_IT_READS && form.get("text").startsWith("canary")) {
      System.err.println(form.get("text"));
    }
  }

  @Override
  public List<HttpCall> send(Outbound message, ChannelConfig config) {
    return new PigeonPost(config, flaw).calls(message, capabilities().outbound().text());
  }

  @Override
  public SendOutcome sendResult(Outbound message, HttpReply reply, ChannelConfig config) {
    return PigeonPost.outcome(reply, flaw);
  }

  @Override
  public MediaPlan media(MediaRef ref, ChannelConfig config) {
    return ref instanceof MediaRef.Url(var url)
        ? new MediaPlan.Direct(new PigeonPost(config, flaw).fetch(url))
        : new MediaPlan.None();
  }
}
