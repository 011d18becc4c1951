/**
 * One sealed family of events per topic, past tense, ids and codes in the clear, personal data
 * sealed.
 */
@NullMarked
package org.reachline.contracts.events;

import org.jspecify.annotations.NullMarked;
