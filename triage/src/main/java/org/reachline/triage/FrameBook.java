package org.reachline.triage;

import static org.reachline.triage.Malformed.expect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The frames of a rule set while it is read; what they need is resolved when all cues are known.
 */
final class FrameBook {
  private final CueBook cues;
  private final List<Open> open = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Map<String, BitSet> named = new HashMap<>();

  FrameBook(CueBook cues) {
    this.cues = cues;
  }

  /** A frame and the lines below it. */
  private record Open(RuleLine header, Frame frame, List<RuleLine> needs) {}

  /** A line {@code frame ID CATEGORY LEVEL tight|wide}. */
  void define(RuleLine line) {
    List<String> words = line.words();
    expect(words.size() == 5, "frame ID CATEGORY LEVEL tight|wide");
    Category category = Named.category(words.get(2));
    Severity level = Named.level(words.get(3));
    String width = words.get(4);
    expect(width.equals("tight") || width.equals("wide"), "tight or wide");
    String id = words.get(1);
    expect(ids.add(id), "a frame id not used before");
    int window = width.equals("tight") ? Frame.TIGHT : Frame.WIDE;
    var frame = new Frame(id, category, level, window, !line.overlay(), List.of());
    open.add(new Open(line, frame, new ArrayList<>()));
  }

  /** A line {@code any CUE TYPE group.*} below the frame read last. */
  void need(RuleLine line) {
    List<String> words = line.words();
    expect(words.getFirst().equals("any") && words.size() > 1, "any CUE-OR-TYPE ...");
    open.getLast().needs().add(line);
  }

  List<Frame> frames(Mistakes mistakes) {
    var frames = new ArrayList<Frame>();
    for (Open o : open) {
      Frame frame = o.frame();
      for (RuleLine need : o.needs()) {
        frame = mistakes.attempt(need, frame, f -> f.with(wanted(f, need)));
      }
      if (o.needs().isEmpty()) {
        mistakes.add(o.header(), "an 'any' line in frame " + frame.id());
      }
      frames.add(frame);
    }
    return frames;
  }

  /** Many frames name the same cues and types; all cues are known by now. */
  private BitSet named(String name) {
    return named.computeIfAbsent(name, cues::named);
  }

  private BitSet wanted(Frame frame, RuleLine need) {
    var wanted = new BitSet();
    List<String> words = need.words();
    words.subList(1, words.size()).forEach(name -> wanted.or(named(name)));
    expect(frame.needs().stream().noneMatch(wanted::intersects), "cues not in another 'any' line");
    return wanted;
  }
}
