package org.reachline.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.personal.Address;
import org.reachline.contracts.personal.InboundContent;
import org.reachline.contracts.personal.MessageText;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.TopicSpec;
import org.reachline.trust.keys.Place;
import org.reachline.trust.keys.Purpose;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.StruckConsumer;
import org.reachline.trust.testing.TwoAgencies;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as the launcher starts it, on the broker and the store of a test class. */
public final class ServiceUnderTest {
  private ServiceUnderTest() {}

  public static ConfigurableApplicationContext start(Backbone backbone) {
    backbone.freshTopics(Topics.ALL.stream().map(topic -> new TopicSpec(topic.name(), 3)).toList());
    backbone.freshTopics(new TopicSpec(Topics.DEAD_LETTERS, 1));
    return another(backbone);
  }

  /** One more node of the same service, on the same topics, groups and store. */
  public static ConfigurableApplicationContext another(Backbone backbone) {
    return CaseServiceApplication.application().run(settings(backbone));
  }

  private static String[] settings(Backbone backbone) {
    List<String> settings = new ArrayList<>();
    TwoAgencies.planted().properties().forEach((key, value) -> settings.add(key + "=" + value));
    settings.add("server.port=0");
    settings.add("management.server.port=0");
    settings.add("spring.mongodb.uri=" + backbone.mongoUri());
    settings.add("spring.kafka.bootstrap-servers=" + backbone.bootstrapServers());
    settings.add(StruckConsumer.SETTING + "=" + StruckConsumer.class.getName());
    settings.add("reachline.cases.sweep-every=500ms");
    settings.add("reachline.cases.sweep-after=1s");
    for (String group :
        List.of("cases", "crisis", "delivery", "crises", "escalations", "samples")) {
      settings.add("reachline.cases.groups." + group + "=" + backbone.groupId(group));
    }
    return settings.stream().map(setting -> "--" + setting).toArray(String[]::new);
  }

  /** A message of the planted client, as the gateway would seal it. */
  public static InboundEvent.MessageReceived message(
      AgencyId agency, String providerId, String words) {
    return of(agency, TwoAgencies.planted().clientPhone(), providerId, words);
  }

  /** A message of any phone. */
  static InboundEvent.MessageReceived from(
      AgencyId agency, String phone, String providerId, String words) {
    return of(agency, new Address("tel:" + phone), providerId, words);
  }

  private static InboundEvent.MessageReceived of(
      AgencyId agency, Address from, String providerId, String words) {
    Planted planted = TwoAgencies.planted();
    MessageId id = planted.ids().message(planted.line(agency), providerId);
    InboundContent content =
        new InboundContent(
            from,
            new Address("tel:+15550100001"),
            planted.clientName(),
            new MessageText(words),
            List.of());
    Instant now = Instant.now();
    return new InboundEvent.MessageReceived(
        id,
        planted.ids().conversation(agency, from),
        planted.line(agency),
        "twilio",
        "text",
        now,
        now,
        planted
            .sealing()
            .seal(
                agency,
                Purpose.INTAKE,
                Place.ofEvent(Topics.INBOUND, id.value() + "/MessageReceived"),
                content));
  }
}
