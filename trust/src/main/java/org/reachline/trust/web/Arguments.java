package org.reachline.trust.web;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reachline.trust.Scope;
import org.springframework.core.MethodParameter;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Gives handlers the scope, the person and the shell as parameters, and runs those that block on
 * virtual threads.
 */
final class Arguments implements WebFluxConfigurer, HandlerMethodArgumentResolver {
  private final Map<Class<?>, Function<ServerWebExchange, @Nullable Object>> sources;

  Arguments(Shells shells) {
    this.sources =
        Map.of(
            Scope.class, SessionFilter::scopeOf,
            SignedIn.class, SignedIn::of,
            Shell.class, shells::of);
  }

  @Override
  public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
    configurer.addCustomResolver(this);
  }

  @Override
  public void configureBlockingExecution(BlockingExecutionConfigurer configurer) {
    configurer.setExecutor(new VirtualThreadTaskExecutor("page-"));
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return sources.containsKey(parameter.getParameterType());
  }

  @Override
  public Mono<Object> resolveArgument(
      MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
    Function<ServerWebExchange, @Nullable Object> source =
        sources.getOrDefault(parameter.getParameterType(), _ -> null);
    Object value = source.apply(exchange);
    return value == null ? Mono.error(Refused.signedOut()) : Mono.just(value);
  }
}
