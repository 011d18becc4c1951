package org.reachline.trust.edge;

import io.netty.channel.ChannelPipeline;
import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * The HTTP server of a service: the same headers on every answer, also on those the server gives by
 * itself; no patience for requests that drip; nothing of a request in its log.
 */
@Configuration(proxyBeanMethods = false)
public class Edge {
  /** For the head of a request, and again for its body. */
  private static final Duration WHOLE = Duration.ofSeconds(10);

  /** Between two pieces of a body. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  @Bean
  SecurityHeaders securityHeaders() {
    return new SecurityHeaders();
  }

  @Bean
  NettyServerCustomizer edgeServer() {
    return server -> strict(server, WHOLE, PAUSE);
  }

  static HttpServer strict(HttpServer server, Duration whole, Duration pause) {
    return server
        .requestTimeout(whole)
        .readTimeout(pause)
        .httpMessageLogFactory(new KindOnly())
        .doOnChannelInit((_, channel, _) -> guard(channel.pipeline(), whole));
  }

  private static void guard(ChannelPipeline pipeline, Duration whole) {
    if (pipeline.get(NettyPipeline.HttpCodec) == null) {
      return; // HTTP/2 behind TLS has frames and limits of its own
    }
    SlowHeads heads = new SlowHeads(whole);
    pipeline
        .addBefore(NettyPipeline.HttpCodec, "reachline.slow-heads", heads.bytes())
        .addAfter(NettyPipeline.HttpCodec, "reachline.heads", heads.messages())
        .addAfter(NettyPipeline.HttpCodec, "reachline.headers", new BareAnswers());
  }
}
