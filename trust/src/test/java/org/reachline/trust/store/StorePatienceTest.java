package org.reachline.trust.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StorePatienceTest {
  @Test
  void aStoreThatIsAwayIsKnownWithinSecondsWhateverItsAddressLeavesOut() {
    assertThat(selectionMillis("mongodb://127.0.0.1:1/reachline_cases")).isEqualTo(4_000);
  }

  @Test
  void whatTheAddressSaysCountsMore() {
    assertThat(selectionMillis("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=500"))
        .isEqualTo(500);
  }

  private static long selectionMillis(String address) {
    MongoClientSettings.Builder settings = MongoClientSettings.builder();
    new StorePatience().customize(settings);
    return settings
        .applyConnectionString(new ConnectionString(address))
        .build()
        .getClusterSettings()
        .getServerSelectionTimeout(TimeUnit.MILLISECONDS);
  }
}
