package org.reachline.contracts.crash;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stands between a flow and one port, and lets a call go wrong when {@link Faults} say so. */
final class PortCalls implements InvocationHandler {
  private final Faults faults;
  private final int life;
  private final String port;
  private final Object real;
  private final Function<String, ? extends RuntimeException> error;

  PortCalls(
      Faults faults,
      Class<?> port,
      Object real,
      Function<String, ? extends RuntimeException> error) {
    Stream.of(port.getMethods()).forEach(PortCalls::refusePublisher);
    this.faults = faults;
    this.life = faults.life();
    this.port =
        port.getSimpleName().substring(0, 1).toLowerCase(Locale.ROOT)
            + port.getSimpleName().substring(1);
    this.real = real;
    this.error = error;
  }

  /** The effect of a publisher comes with its subscriber, which a proxy cannot see. */
  private static void refusePublisher(Method method) {
    Class<?> type = method.getReturnType();
    if (Stream.concat(Stream.of(type), Stream.of(type.getInterfaces()))
        .anyMatch(t -> t.getName().endsWith("Publisher"))) {
      throw new IllegalArgumentException(
          method + " returns a publisher: let the port return a CompletionStage");
    }
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    Call call = new Call(method, arguments);
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, call);
    }
    return isMadeOfOtherCalls(method) ? composed(proxy, call) : counted(call);
  }

  private @Nullable Object counted(Call call) throws Throwable {
    String operation = port + "." + call.method.getName();
    Optional<Mode> mode = faults.next(life, operation);
    return mode.isEmpty() ? call.apply(real) : disturbed(mode.get(), operation, call);
  }

  private @Nullable Object disturbed(Mode mode, String operation, Call call) throws Throwable {
    return switch (mode) {
      case CRASH_BEFORE -> throw faults.die();
      case CRASH_AFTER -> {
        call.applyUnheard(real);
        throw faults.die();
      }
      case ERROR_BEFORE -> failed(operation, call);
      case ERROR_AFTER -> {
        call.applyUnheard(real);
        yield failed(operation, call);
      }
      case TWICE -> {
        call.applyUnheard(real);
        yield call.apply(real);
      }
      case DELAYED -> delayed(call);
      case STALLED -> {
        faults.runAnotherInstance();
        yield call.apply(real);
      }
    };
  }

  /** The reply, or the exception, is kept until the other instance is through. */
  private @Nullable Object delayed(Call call) throws Throwable {
    try {
      return call.apply(real);
    } finally {
      faults.runAnotherInstance();
    }
  }

  private Object failed(String operation, Call call) {
    RuntimeException failure = error.apply(operation);
    if (CompletionStage.class.isAssignableFrom(call.method.getReturnType())) {
      return CompletableFuture.failedFuture(failure);
    }
    throw failure;
  }

  private Object ofObject(Object proxy, Call call) {
    return switch (call.method.getName()) {
      case "equals" -> call.arguments.stream().anyMatch(other -> isSame(other, proxy));
      case "hashCode" -> System.identityHashCode(proxy);
      default -> port + " with faults";
    };
  }

  @SuppressWarnings("ReferenceEquality") // a port equals itself alone
  private static boolean isSame(@Nullable Object other, Object proxy) {
    return other == proxy;
  }

  private boolean isMadeOfOtherCalls(Method method) throws NoSuchMethodException {
    return method.isDefault()
        && real.getClass().getMethod(method.getName(), method.getParameterTypes()).isDefault();
  }

  private static @Nullable Object composed(Object proxy, Call call) throws Throwable {
    Class<?> declaring = call.method.getDeclaringClass();
    return MethodHandles.privateLookupIn(declaring, MethodHandles.lookup())
        .unreflectSpecial(call.method, declaring)
        .bindTo(proxy)
        .invokeWithArguments(call.arguments);
  }

  /** One call, to be applied never, once or twice. */
  private static final class Call {
    private final Method method;
    private final List<@Nullable Object> arguments;

    Call(Method method, @Nullable Object @Nullable [] arguments) {
      this.method = method;
      this.arguments = arguments == null ? List.of() : Arrays.asList(arguments);
    }

    @Nullable Object apply(Object real) throws Throwable {
      try {
        method.setAccessible(true); // ports are often package-private
        return method.invoke(real, arguments.toArray());
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    /** The reply never reaches the flow; an error says something of the world and is not hidden. */
    void applyUnheard(Object real) throws Throwable {
      try {
        apply(real);
      } catch (Exception e) {
        // a refusal, such as a version conflict, is a reply like any other
      }
    }
  }
}
