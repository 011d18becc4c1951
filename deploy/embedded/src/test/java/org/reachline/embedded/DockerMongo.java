package org.reachline.embedded;

import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * The official image, where an engine has it already; nothing is ever pulled. Needs {@code
 * TESTCONTAINERS_RYUK_DISABLED=true}, which the build sets: the reaper is one more image.
 */
final class DockerMongo {
  private static final String IMAGE = "mongo:8";

  private DockerMongo() {}

  static Optional<TestStore> start() {
    return reaperIsOff() && DockerClientFactory.instance().isDockerAvailable() && imageIsHere()
        ? Optional.of(started())
        : Optional.empty();
  }

  private static boolean reaperIsOff() {
    return Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"));
  }

  private static boolean imageIsHere() {
    try {
      return DockerClientFactory.lazyClient().inspectImageCmd(IMAGE).exec() != null;
    } catch (NotFoundException e) {
      return false;
    }
  }

  private static TestStore started() {
    MongoDBContainer container = new MongoDBContainer(IMAGE).withImagePullPolicy(_ -> false);
    container.start();
    return new TestStore(
        "the image " + IMAGE + " by Testcontainers",
        container.getConnectionString(),
        false,
        container::stop);
  }
}
