package org.reachline.standalone.provider;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ExecutorService;

/** What the parts of the stand-in share. */
record Network(
    Accounts accounts,
    Messages messages,
    Phones phones,
    Disturbances disturbances,
    Webhooks webhooks,
    AttemptLog texts,
    AttemptLog receipts,
    ExecutorService threads,
    InstantSource clock) {
  Network {
    requireNonNull(accounts);
    requireNonNull(messages);
    requireNonNull(phones);
    requireNonNull(disturbances);
    requireNonNull(webhooks);
    requireNonNull(texts);
    requireNonNull(receipts);
    requireNonNull(threads);
    requireNonNull(clock);
  }

  String newSid(boolean media) {
    return (media ? "MM" : "SM") + UUID.randomUUID().toString().replace("-", "");
  }
}
