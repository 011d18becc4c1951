package org.reachline.channels.twilio;

import org.reachline.channels.kit.ChannelContract;
import org.reachline.channels.kit.ProviderTwin;
import org.reachline.channels.spi.ChannelAdapter;

/** Twilio keeps the contract of all channels. */
class TwilioContractTest extends ChannelContract {
  @Override
  protected ChannelAdapter adapter() {
    return new TwilioAdapter();
  }

  @Override
  protected ProviderTwin provider() {
    return new TwilioTwin();
  }
}
