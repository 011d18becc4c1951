package org.reachline.embedded;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives an integration test the broker and the store of this JVM as a {@link Backbone} parameter.
 * Both start when first asked for.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(BackboneExtension.class)
public @interface WithBackbone {
  /** A broker for this class alone, for tests that stop it or count everything on it. */
  boolean ownBroker() default false;
}
