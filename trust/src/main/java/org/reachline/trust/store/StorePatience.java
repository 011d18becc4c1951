package org.reachline.trust.store;

import com.mongodb.MongoClientSettings;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.core.Ordered;

/**
 * How long a store that is away is waited for: seconds, so that a page, a probe or a stop is told
 * and does not hang for the driver's half minute. What the address of the store says counts more.
 */
public final class StorePatience implements MongoClientSettingsBuilderCustomizer, Ordered {
  private static final int FIND_SECONDS = 4;
  private static final int CONNECT_SECONDS = 2;
  private static final int READ_SECONDS = 30;

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE; // the address comes after it
  }

  @Override
  public void customize(MongoClientSettings.Builder settings) {
    settings
        .applyToClusterSettings(
            cluster -> cluster.serverSelectionTimeout(FIND_SECONDS, TimeUnit.SECONDS))
        .applyToSocketSettings(
            socket ->
                socket
                    .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                    .readTimeout(READ_SECONDS, TimeUnit.SECONDS));
  }
}
