/** What holds for every byte in and out of a service's HTTP server, whoever handles the request. */
@NullMarked
package org.reachline.trust.edge;

import org.jspecify.annotations.NullMarked;
