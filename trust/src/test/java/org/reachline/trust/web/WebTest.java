package org.reachline.trust.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.TwoAgencies;
import org.springframework.boot.test.context.SpringBootTest;

/** A test of the running {@link SmallApp}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({TwoAgencies.class, Canaries.class})
@SpringBootTest(
    classes = SmallApp.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "printing=true",
      "management.server.port=0",
      "management.server.address=127.0.0.1"
    })
@interface WebTest {}
