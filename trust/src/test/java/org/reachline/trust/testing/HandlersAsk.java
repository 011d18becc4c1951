package org.reachline.trust.testing;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.reachline.trust.Access;
import org.reachline.trust.web.Guard;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Fails where a handler answers without having asked {@link Guard} or {@link Access}, itself or in
 * what it calls. Those that are open on purpose are listed by name.
 */
public final class HandlersAsk {
  private HandlersAsk() {}

  /**
   * Checks every handler method of these classes.
   *
   * @param open handlers that show nothing of an agency, as {@code Class.method}; one that is no
   *     such handler fails too, so the list cannot grow stale
   */
  public static void check(JavaClasses code, Set<String> open) {
    Set<String> silent = new TreeSet<>();
    code.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class))
        .filter(handler -> !asks(handler))
        .forEach(handler -> silent.add(nameOf(handler)));
    if (!silent.equals(new TreeSet<>(open))) {
      throw new AssertionError(
          "handlers that never ask Access: " + silent + ", listed as open: " + new TreeSet<>(open));
    }
  }

  private static boolean asks(JavaMethod handler) {
    ArrayDeque<JavaCodeUnit> todo = new ArrayDeque<>(Set.of(handler));
    Set<JavaCodeUnit> seen = new HashSet<>(todo);
    while (!todo.isEmpty()) {
      for (var call : todo.remove().getMethodCallsFromSelf()) {
        if (isQuestion(call.getTarget())) {
          return true;
        }
        Optional<JavaMethod> called = call.getTarget().resolveMember();
        called.filter(seen::add).ifPresent(todo::add);
      }
    }
    return false;
  }

  private static boolean isQuestion(AccessTarget.MethodCallTarget target) {
    boolean guard =
        target.getOwner().isEquivalentTo(Guard.class) && target.getName().equals("check");
    boolean access =
        target.getOwner().isEquivalentTo(Access.class) && target.getName().equals("decide");
    return guard || access;
  }

  private static String nameOf(JavaMethod handler) {
    return handler.getOwner().getSimpleName() + "." + handler.getName();
  }
}
