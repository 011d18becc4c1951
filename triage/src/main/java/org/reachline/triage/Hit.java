package org.reachline.triage;

/**
 * A cue that stands in the text.
 *
 * @param cue number of the cue in the rules
 * @param first first token
 * @param end one past the last token
 */
record Hit(int cue, int first, int end) {
  boolean covers(Hit other) {
    return first <= other.first && end >= other.end;
  }

  boolean isLongerThan(Hit other) {
    return end - first > other.end - other.first;
  }
}
