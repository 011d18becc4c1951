/**
 * The front of every staff page: configuration, sessions, sign-in, CSRF, headers, and the answers
 * that tell nothing.
 */
@NullMarked
package org.reachline.trust.web;

import org.jspecify.annotations.NullMarked;
