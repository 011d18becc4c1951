package org.reachline.triage.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.reachline.triage.cli.Agreement.Pair;

/** Compares two label files line by line, by id. */
final class AgreeCommand {
  private AgreeCommand() {}

  static int run(Arguments arguments, PrintStream out) throws IOException {
    arguments.expect(2, 2, "agree FIRST SECOND [--json]");
    List<Pair> pairs = pairs(arguments.operands().getFirst(), arguments.operands().getLast());
    var groups = new LinkedHashMap<String, Agreement>();
    groups.put("all", Agreement.of(pairs));
    for (String lang : new TreeSet<>(pairs.stream().map(Pair::lang).toList())) {
      groups.put(lang, Agreement.of(pairs.stream().filter(p -> p.lang().equals(lang)).toList()));
    }
    if (arguments.has("--json")) {
      out.println(Json.pretty(groups));
    } else {
      groups.forEach((name, agreement) -> out.printf("%-4s %s%n", name, agreement.describe()));
    }
    return Main.OK;
  }

  private static List<Pair> pairs(String first, String second) throws IOException {
    Map<String, Labelled> others = byId(second);
    Map<String, Labelled> mine = byId(first);
    var pairs = new ArrayList<Pair>();
    for (Labelled one : mine.values()) {
      Labelled other = others.get(one.id());
      if (other != null) {
        pairs.add(new Pair(one.lang().equals("-") ? other.lang() : one.lang(), one, other));
      }
    }
    if (pairs.isEmpty() || pairs.size() < mine.size() || pairs.size() < others.size()) {
      throw Complaint.of("the files do not label the same ids: " + pairs.size() + " in common");
    }
    return pairs;
  }

  private static Map<String, Labelled> byId(String path) throws IOException {
    var found = new HashMap<String, Labelled>();
    for (Labelled line : LabelledFiles.read(List.of(path))) {
      if (line.isOrdinary() || found.put(line.id(), line) != null) {
        throw Complaint.of(path + ": expected a label and an id of its own for " + line.id());
      }
    }
    return found;
  }
}
