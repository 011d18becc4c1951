package org.reachline.gateway;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.reachline.channels.lines.ConfiguredLine;
import org.reachline.channels.spi.ChannelAdapter;
import org.reachline.channels.spi.ConfigSpec.Reading;
import org.reachline.channels.spi.Inbound;
import org.reachline.channels.spi.PublicUrl;
import org.reachline.channels.twilio.TwilioAdapter;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.LineId;
import org.reachline.trust.keys.KeyFiles;
import org.reachline.trust.keys.KeyedIds;
import org.reachline.trust.keys.Keyring;
import org.reachline.trust.keys.Purpose;
import org.reachline.trust.keys.Sealing;

/** An intake on real keys and any log, with a fixed clock. */
record GatewayFixture(Keyring keyring) {
  static final Instant NOW = Instant.parse("2026-01-17T04:12:07Z");
  static final AgencyId HARBOR = new AgencyId("harbor");
  static final String URL = "https://hooks.example.org/hooks/harbor/main";

  static GatewayFixture in(Path keys) {
    KeyFiles.create(keys, List.of(HARBOR));
    return new GatewayFixture(
        Keyring.open(keys, List.of(HARBOR), Set.of(Purpose.ID, Purpose.INTAKE)));
  }

  Intake intake(IntakeLog log) {
    return intake(log, new SimpleMeterRegistry());
  }

  Intake intake(IntakeLog log, SimpleMeterRegistry registry) {
    return new Intake(
        log, envelopes(), new QuarantineLimits(3, 10_000), new IntakeMetrics(registry), clock());
  }

  Envelopes envelopes() {
    return new Envelopes(new KeyedIds(keyring), new Sealing(keyring));
  }

  Sealing sealing() {
    return new Sealing(keyring);
  }

  static ConfiguredLine line() {
    TwilioAdapter adapter = new TwilioAdapter();
    Reading reading =
        adapter
            .configSpec()
            .read(
                adapter.type(),
                Map.of(
                    "accountSid", "AC1", "address", "+15550100100", "authToken", Webhooks.TOKEN));
    if (!(reading instanceof Reading.Usable(var config))) {
      throw new IllegalStateException("the fixture line is wrong: " + reading);
    }
    LineId id = LineId.of(HARBOR, "main");
    return new ConfiguredLine(id, adapter, config, new PublicUrl(URL), ConfiguredLine.Use.CLIENTS);
  }

  /** The same adapter, but for what parsing comes to. */
  static ChannelAdapter adapter(ChannelAdapter like, Supplier<Inbound> parsing) {
    return (ChannelAdapter)
        Proxy.newProxyInstance(
            ChannelAdapter.class.getClassLoader(),
            new Class<?>[] {ChannelAdapter.class},
            (_, method, arguments) ->
                method.getName().equals("parse") ? parsing.get() : method.invoke(like, arguments));
  }

  private static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }
}
