/**
 * Records of a topic read into scoped events, and events written as records. The place where a
 * record becomes a scope.
 */
@NullMarked
package org.reachline.trust.topics;

import org.jspecify.annotations.NullMarked;
