/** SMS, MMS and WhatsApp messages by Twilio. */
@NullMarked
package org.reachline.channels.twilio;

import org.jspecify.annotations.NullMarked;
