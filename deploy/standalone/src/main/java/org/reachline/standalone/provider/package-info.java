/** The provider at the far end of HTTP: a stand-in for Twilio, and the phones it reaches. */
@NullMarked
package org.reachline.standalone.provider;

import org.jspecify.annotations.NullMarked;
