package org.reachline.channels.kit;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.reachline.channels.spi.ChannelAdapter;

/**
 * The contract of a made-up channel, with the flaw that the run asks for. Run by {@link KitTest}.
 */
@ExtendWith(PigeonContract.FlawOfTheRun.class)
class PigeonContract extends ChannelContract {
  static final String FLAW = "flaw";

  private final Flaw flaw;

  PigeonContract(Flaw flaw) {
    this.flaw = flaw;
  }

  @Override
  protected ChannelAdapter adapter() {
    return flaw == Flaw.COMPARES_WITH_ARRAYS_EQUALS ? new HastyPigeon() : new Pigeon(flaw);
  }

  @Override
  protected ProviderTwin provider() {
    return new PigeonTwin();
  }

  /** Hands the test its flaw. */
  static final class FlawOfTheRun implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Flaw.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return Flaw.valueOf(context.getConfigurationParameter(FLAW).orElse("NONE"));
    }
  }
}
