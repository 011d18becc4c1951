/**
 * A real Kafka broker and a MongoDB-compatible store inside this JVM, for development and tests.
 */
@NullMarked
package org.reachline.embedded;

import org.jspecify.annotations.NullMarked;
