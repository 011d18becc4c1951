package org.reachline.trust.testing;

/**
 * What a browser holds of a session.
 *
 * @param cookie the value of the {@code Cookie} header
 * @param csrf the token a page of that session carries
 */
public record SignedInAs(String cookie, String csrf) {}
