package org.reachline.contracts.crash;

import java.util.concurrent.CompletionStage;

/** Where texts are announced. */
interface ToyTopic {
  CompletionStage<Void> publish(String text);
}
