package org.reachline.trust.store;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the store answers. Blocks. Boot's own asks in a way the embedded store does not know, and
 * would be DOWN there for ever.
 */
public final class StoreHealth implements HealthIndicator {
  private final MongoDatabase database;

  public StoreHealth(MongoDatabase database) {
    this.database = database;
  }

  @Override
  public Health health() {
    try {
      Document answer = database.runCommand(new Document("ping", 1));
      return answer.isEmpty() ? Health.down().build() : Health.up().build();
    } catch (MongoException away) { // its message holds addresses
      return Health.down().withDetail("failure", away.getClass().getSimpleName()).build();
    }
  }
}
