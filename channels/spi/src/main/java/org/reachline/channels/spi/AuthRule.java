package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/** What proves that a request comes from the provider. */
public sealed interface AuthRule {
  /** At least one of these secret fields is set; all that are set are accepted. */
  record Secrets(Set<String> fields) implements AuthRule {
    public Secrets {
      fields = Set.copyOf(fields);
      if (fields.isEmpty()) {
        throw new IllegalArgumentException("name the secrets");
      }
    }
  }

  /** Said out loud: the provider signs nothing, only an unguessable path protects the line. */
  record UnauthenticatedPathToken(String field) implements AuthRule {
    public UnauthenticatedPathToken {
      requireNonNull(field);
    }
  }
}
