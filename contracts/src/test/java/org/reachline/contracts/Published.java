package org.reachline.contracts;

import static java.util.Objects.requireNonNull;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.reachline.contracts.events.Event;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published contract as it lies in the jar: the schemas and the AsyncAPI document. */
final class Published {
  static final JsonMapper JSON = new JsonMapper();

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Published() {}

  static JsonNode asyncApi() {
    return new YAMLMapper().readTree(resource("asyncapi.yaml"));
  }

  static ObjectNode schemaOf(Class<? extends Event> type) {
    return json(pathOf(type));
  }

  static String pathOf(Class<? extends Event> type) {
    return "schemas/" + topicOf(type).name() + "/" + type.getSimpleName() + ".v1.json";
  }

  static ObjectNode json(String path) {
    return (ObjectNode) JSON.readTree(resource(path));
  }

  static Topics.Topic<? extends Event> topicOf(Class<? extends Event> type) {
    return Topics.ALL.stream()
        .filter(topic -> topic.family().isAssignableFrom(type))
        .findFirst()
        .orElseThrow();
  }

  /** What is wrong with a value under a schema; empty if nothing is. */
  static List<String> faults(JsonNode schema, JsonNode value) {
    Schema compiled = SCHEMAS.getSchema(schema);
    return compiled.validate(value).stream().map(Object::toString).toList();
  }

  private static byte[] resource(String path) {
    try (InputStream in = requireNonNull(Topics.class.getResourceAsStream(path), path)) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
