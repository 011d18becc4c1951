package org.reachline.channels.kit;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what passed, failed or was skipped, by rule and with reasons, and the level a channel has
 * earned, to {@code target/channel-kit/<test class>.json}.
 */
final class KitReport implements InvocationInterceptor, AfterAllCallback {
  private static final Namespace NAMESPACE = Namespace.create(KitReport.class);

  /** Rule to what became of its tests. */
  private static final class Results extends ConcurrentSkipListMap<String, Queue<Result>> {
    private static final long serialVersionUID = 1;
  }

  private record Result(String test, String state, String reason) {}

  @Override
  public void interceptDynamicTest(
      Invocation<@Nullable Void> invocation,
      DynamicTestInvocationContext test,
      ExtensionContext context)
      throws Throwable {
    proceed(invocation, context, context.getParent().orElseThrow().getDisplayName());
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    proceed(invocation, context, context.getDisplayName());
  }

  private static void proceed(
      Invocation<@Nullable Void> invocation, ExtensionContext context, String sentence)
      throws Throwable {
    String rule = sentence.split(" ", 2)[0];
    try {
      invocation.proceed();
      keep(context, rule, "passed", "");
    } catch (TestAbortedException e) {
      keep(context, rule, "skipped", String.valueOf(e.getMessage()));
      throw e;
    } catch (Throwable e) {
      keep(context, rule, "failed", e.getClass().getSimpleName());
      throw e;
    }
  }

  private static void keep(ExtensionContext context, String rule, String state, String reason) {
    results(context, outermost(context))
        .computeIfAbsent(rule, _ -> new ConcurrentLinkedQueue<>())
        .add(new Result(context.getDisplayName(), state, reason));
  }

  /** The channel's own test class; only the context of the factory method knows its instance. */
  private static Class<?> outermost(ExtensionContext context) {
    return context
        .getTestInstances()
        .<Class<?>>map(instances -> instances.getAllInstances().getFirst().getClass())
        .orElseGet(() -> outermost(context.getParent().orElseThrow()));
  }

  private static Results results(ExtensionContext context, Class<?> test) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(test, _ -> new Results(), Results.class);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    Class<?> test = context.getRequiredTestClass();
    if (context.getEnclosingTestClasses().isEmpty()) {
      write(test, results(context, test));
    }
  }

  private static void write(Class<?> test, Results results) throws IOException {
    ObjectNode json = CaseFiles.JSON.createObjectNode();
    json.put("test", test.getName()).put("level", level(results));
    ObjectNode rules = json.putObject("rules");
    results.forEach((rule, all) -> rules.set(rule, summary(all)));
    Path folder = Files.createDirectories(Path.of("target", "channel-kit"));
    Files.writeString(folder.resolve(test.getSimpleName() + ".json"), json.toPrettyString());
  }

  private static ObjectNode summary(Queue<Result> results) {
    ObjectNode json = CaseFiles.JSON.createObjectNode();
    for (String state : List.of("passed", "failed", "skipped")) {
      json.put(state, results.stream().filter(r -> r.state().equals(state)).count());
    }
    ArrayNode reasons = json.putArray("reasons");
    results.stream()
        .filter(result -> !result.state().equals("passed"))
        .forEach(r -> reasons.add(r.state() + ": " + r.test() + " (" + r.reason() + ")"));
    return json;
  }

  /** L0 parses, L1 also verifies, L2 also sends and reports, L3 also survives everything. */
  private static String level(Results results) {
    String level = "none";
    for (var step : List.of("L0:P", "L1:SR", "L2:TOM", "L3:F")) {
      if (!held(results, step.substring(3))) {
        return level;
      }
      level = step.substring(0, 2);
    }
    return level;
  }

  private static boolean held(Results results, String letters) {
    return letters
            .chars()
            .allMatch(
                letter -> results.keySet().stream().anyMatch(rule -> rule.charAt(0) == letter))
        && results.entrySet().stream()
            .filter(rule -> letters.indexOf(rule.getKey().charAt(0)) >= 0)
            .flatMap(rule -> rule.getValue().stream())
            .noneMatch(result -> result.state().equals("failed"));
  }
}
