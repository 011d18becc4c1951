package org.reachline.embedded;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Picks the MongoDB of a test run: {@code MONGODB_URI}, a {@code mongod} on the path, the image
 * {@code mongo:8} on a container engine that has it already, else the embedded one.
 */
record StoreChoice(Map<String, String> environment, boolean engineAllowed) {
  private static final String URI = "MONGODB_URI";

  StoreChoice {
    environment = Map.copyOf(environment);
  }

  static StoreChoice ofThisMachine() {
    return new StoreChoice(System.getenv(), true);
  }

  TestStore pick() {
    return uri()
        .map(given -> new TestStore("the server of " + URI, given, true, () -> {}))
        .or(() -> onPath("mongod").map(MongodProcess::start))
        .or(this::container)
        .orElseGet(
            () ->
                TestStore.embedded(
                    "no " + URI + ", no mongod on the path, no engine with the image mongo:8"));
  }

  private Optional<String> uri() {
    return Optional.ofNullable(System.getProperty(URI))
        .or(() -> Optional.ofNullable(environment.get(URI)))
        .filter(value -> !value.isBlank());
  }

  private Optional<TestStore> container() {
    return engineAllowed && engineLikely() && testcontainersHere()
        ? DockerMongo.start()
        : Optional.empty();
  }

  /** Asking Testcontainers where no engine can be costs seconds and fills the log. */
  private boolean engineLikely() {
    return environment.containsKey("DOCKER_HOST") || Files.exists(Path.of("/var/run/docker.sock"));
  }

  private static boolean testcontainersHere() {
    try {
      Class.forName(
          "org.testcontainers.mongodb.MongoDBContainer", false, StoreChoice.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      System.out.println(
          "[backbone] no container store: testcontainers-mongodb is not on this module's test class path");
      return false;
    }
  }

  private Optional<Path> onPath(String program) {
    return Stream.of(
            environment.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator), -1))
        .filter(directory -> !directory.isBlank())
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
