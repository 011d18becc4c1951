package org.reachline.trust.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request line and headers do not come to an end in time, however
 * steadily they drip. One per connection, used by its event loop alone. Requests that come at once,
 * which is nearly all, cost no timer.
 */
final class SlowHeads {
  private final Duration patience;
  private boolean inRequest;
  private boolean headCame;
  private @Nullable Future<?> end;

  SlowHeads(Duration patience) {
    this.patience = patience;
  }

  /** Before the codec: sees that bytes came. */
  ChannelInboundHandlerAdapter bytes() {
    return new ChannelInboundHandlerAdapter() {
      @Override
      public void channelActive(ChannelHandlerContext context) throws Exception {
        await(context);
        super.channelActive(context);
      }

      @Override
      public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        headCame = false;
        super.channelRead(context, message);
        if (!headCame && !inRequest) {
          await(context);
        }
      }

      @Override
      public void channelInactive(ChannelHandlerContext context) throws Exception {
        stop();
        super.channelInactive(context);
      }
    };
  }

  /** Behind the codec: sees what they made. */
  ChannelInboundHandlerAdapter messages() {
    return new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest) {
          headCame = true;
          inRequest = true;
          stop();
        }
        if (message instanceof LastHttpContent) {
          inRequest = false;
        }
        super.channelRead(context, message);
      }
    };
  }

  private void await(ChannelHandlerContext context) {
    if (end == null) {
      end =
          context
              .executor()
              .schedule(
                  () -> {
                    var _ = context.close();
                  },
                  patience.toMillis(),
                  TimeUnit.MILLISECONDS);
    }
  }

  private void stop() {
    if (end != null) {
      end.cancel(false);
      end = null;
    }
  }
}
