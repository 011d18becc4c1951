package org.reachline.trust.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;

/**
 * Puts the headers on answers that no handler of ours gives: the server's own 400, 413, 414 and
 * 431.
 */
final class BareAnswers extends ChannelOutboundHandlerAdapter {
  private static final String MARK = "X-Content-Type-Options";

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    if (message instanceof HttpResponse answer
        && answer.status().code() >= 200
        && !answer.headers().contains(MARK)) {
      SecurityHeaders.ALWAYS.forEach(answer.headers()::set);
      answer.headers().set("Cache-Control", "no-store");
    }
    super.write(context, message, promise);
  }
}
