/** Where staff meet an escalation: texts, links, the page on the duty phone, the board. */
@NullMarked
package org.reachline.notifier.oncall.web;

import org.jspecify.annotations.NullMarked;
