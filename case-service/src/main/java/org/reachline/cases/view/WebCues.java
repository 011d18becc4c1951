package org.reachline.cases.view;

import java.util.Locale;

/** What a cue of the rules in force means, in a language; the cue itself where nobody knows. */
public interface WebCues {
  String meaning(String cue, Locale language);
}
