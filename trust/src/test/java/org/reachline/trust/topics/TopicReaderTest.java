package org.reachline.trust.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.Samples;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.wire.Decoded;
import org.reachline.contracts.wire.EventCodec;
import org.reachline.contracts.wire.Wire;
import org.reachline.trust.Actor;

class TopicReaderTest {
  private static final InboundEvent.MessageReceived EVENT =
      Samples.of(Samples.HARBOR).event(InboundEvent.MessageReceived.class);

  private final TopicReader<InboundEvent> reader =
      new TopicReader<>(Topics.OF_INBOUND, "case-service");

  @Test
  void anEventComesWithTheScopeOfItsAgency() {
    Incoming<InboundEvent> incoming = reader.read(record(Samples.wireOf(EVENT)));

    assertThat(incoming)
        .isInstanceOfSatisfying(
            Incoming.Read.class,
            read -> {
              assertThat(read.event()).isEqualTo(EVENT);
              assertThat(read.scope().agency()).isEqualTo(Samples.HARBOR);
              assertThat(read.scope().actor()).isEqualTo(new Actor.Service("case-service"));
            });
  }

  @Test
  void aRecordOfTwoAgenciesIsDead() {
    ConsumerRecord<String, byte[]> record = record(Samples.wireOf(EVENT));
    record.headers().remove(EventCodec.AGENCY);
    record.headers().add(new RecordHeader(EventCodec.AGENCY, bytes("mirror")));

    assertThat(reader.read(record))
        .isInstanceOfSatisfying(
            Incoming.Dead.class,
            dead -> assertThat(dead.code()).isEqualTo(Decoded.Code.TENANT_MISMATCH));
  }

  @Test
  void aTypeOfTomorrowIsSkipped() {
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>(Topics.INBOUND, 0, 7, "key", bytes("{\"type\":\"Tomorrow\"}"));

    assertThat(reader.read(record)).isEqualTo(new Incoming.Skipped<>("Tomorrow"));
  }

  @Test
  void badBytesAreDeadAndKeptAsTheyWere() {
    byte[] bad = {(byte) 0xff, 0, '{'};
    ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(Topics.INBOUND, 3, 7, "key", bad);

    assertThat(reader.read(record))
        .isInstanceOfSatisfying(
            Incoming.Dead.class, dead -> assertThat(dead.letter().payload()).isEqualTo(bad));
  }

  @Test
  void aRecordWithoutKeyAndValueIsDeadToo() {
    ConsumerRecord<String, byte[]> record = nothing();

    assertThat(reader.read(record)).isInstanceOf(Incoming.Dead.class);
  }

  @SuppressWarnings("NullAway") // a tombstone, as the client delivers it
  private static ConsumerRecord<String, byte[]> nothing() {
    return new ConsumerRecord<>(Topics.INBOUND, 3, 7, null, null);
  }

  private static ConsumerRecord<String, byte[]> record(Wire wire) {
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>(wire.topic(), 3, 7, wire.key(), wire.payload());
    wire.headers().forEach((name, value) -> record.headers().add(name, bytes(value)));
    return record;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
