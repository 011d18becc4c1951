package org.reachline.triage.cli;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.reachline.triage.Category;
import org.reachline.triage.Features;
import org.reachline.triage.Rules;
import org.reachline.triage.Severity;

/** Trains the learned layer from labelled lines and ordinary messages. */
final class Trainer {
  private static final int FOLDS = 8;
  private static final int STEPS = 20;

  /** A message somebody really sent counts as several that were written for the sets. */
  private static final int SENT = 16;

  /** Where a harmless text comes from, which decides what it teaches. */
  private enum Source {
    /** Labelled, or written with words of crises in mind. */
    SAME_WORLD,
    /** Everyday texts written for the sets. */
    EVERYDAY,
    /** Really sent. */
    SENT,
    /** Comments of a forum; they teach only what everyday talk is. */
    TALK
  }

  private final List<Text> texts = new ArrayList<>();

  /** What is known of one training text. */
  private record Text(
      Features seen,
      Category category,
      boolean named,
      Severity severity,
      boolean labelled,
      Source source,
      int fold) {
    /** Whether it teaches to tell crises from harmless messages of the same world. */
    boolean sameWorld() {
      return source != Source.TALK;
    }

    /** Whether it teaches to tell crises from everyday talk. */
    boolean crisisOrTalk() {
      return crisis() || source != Source.SAME_WORLD;
    }

    int times() {
      return source == Source.SENT ? SENT : 1;
    }

    boolean crisis() {
      return severity.atLeast(Severity.ELEVATED);
    }

    boolean harmless() {
      return labelled && severity == Severity.NONE;
    }

    Regression.Sample sample(boolean positive) {
      return new Regression.Sample(seen, positive, times());
    }
  }

  /** A text, and what a layer trained without its author thinks of it. */
  private record HeldOut(Text text, double probability) {}

  /**
   * Labelled lines of one author are held out together.
   *
   * @param ordinary harmless messages written for the sets with words of crises in mind
   * @param everyday everyday messages written for the sets
   * @param sent harmless messages that people really sent
   * @param talk comments of a forum
   */
  Trainer(
      List<Labelled> labelled,
      List<Labelled> ordinary,
      List<Labelled> everyday,
      List<Labelled> sent,
      List<Labelled> talk,
      Rules rules) {
    var authors = new TreeMap<>(labelled.stream().collect(groupingBy(Labelled::author)));
    int fold = 0;
    for (List<Labelled> lines : authors.values()) {
      int own = fold++ % FOLDS;
      lines.forEach(line -> texts.add(text(line, own, Source.SAME_WORLD, rules)));
    }
    spread(ordinary, Source.SAME_WORLD, rules);
    spread(everyday, Source.EVERYDAY, rules);
    spread(sent, Source.SENT, rules);
    spread(talk, Source.TALK, rules);
  }

  private void spread(List<Labelled> lines, Source source, Rules rules) {
    for (int i = 0; i < lines.size(); i++) {
      texts.add(text(lines.get(i), i % FOLDS, source, rules));
    }
  }

  private static Text text(Labelled line, int fold, Source source, Rules rules) {
    Features seen = Features.of(line.text(), rules);
    return new Text(
        seen,
        line.category(),
        line.namesCategory(),
        line.severity(),
        !line.isOrdinary(),
        source,
        fold);
  }

  /** The whole rule file. */
  String file(String version, List<String> bars) {
    var file = new StringBuilder();
    file.append("# Weights of the learned layer, written by the command train; not for editing.\n");
    file.append("version ").append(version).append('\n');
    file.append("cue learned.words LEARNED\n");
    file.append("  en: worded like crisis messages\n");
    file.append("  es: redactado como mensajes de crisis\n");
    bars.forEach(bar -> file.append("learned ").append(bar).append('\n'));
    file.append(crisis(texts.stream()).line("crisis"));
    file.append(serious(texts.stream()).line("serious"));
    file.append(urgent().line("urgent"));
    for (Category category : Category.values()) {
      if (category != Category.NONE) {
        file.append(named(category).line(Answers.lower(category)));
      }
    }
    return file.toString();
  }

  private static Regression crisis(Stream<Text> texts) {
    return Regression.of(
        texts.filter(Text::sameWorld).map(t -> t.sample(t.crisis())).toList(), Features.SIZE);
  }

  private static Regression serious(Stream<Text> texts) {
    return Regression.of(
        texts.filter(Text::crisisOrTalk).map(t -> t.sample(t.crisis())).toList(), Features.SIZE);
  }

  private Regression urgent() {
    return Regression.of(
        texts.stream()
            .filter(Text::sameWorld)
            .map(t -> t.sample(t.severity().atLeast(Severity.HIGH)))
            .toList(),
        Features.SIZE);
  }

  /** Tells the crises of one category from those of the others; unnamed ones teach neither. */
  private Regression named(Category category) {
    return Regression.of(
        texts.stream()
            .filter(t -> t.crisis() && t.named())
            .map(t -> t.sample(t.category() == category))
            .toList(),
        Features.SMALL);
  }

  /** For each probability, how many of the texts held out of training reach it. */
  String heldOut() {
    List<HeldOut> all = judgedByOthers();
    var table = new StringBuilder("from   crises  imminent  harmless  ordinary  sent (held out)\n");
    for (int step = 1; step < STEPS; step++) {
      double from = (double) step / STEPS;
      table.append(
          String.format(
              Locale.ROOT,
              "%.2f   %.3f   %.3f     %.3f     %.4f    %.4f%n",
              from,
              share(all, Text::crisis, from),
              share(all, text -> text.severity() == Severity.IMMINENT, from),
              share(all, Text::harmless, from),
              share(all, text -> !text.labelled() && text.source() != Source.SENT, from),
              share(all, text -> text.source() == Source.SENT, from)));
    }
    return table.toString();
  }

  private static double share(List<HeldOut> all, Predicate<Text> which, double from) {
    List<HeldOut> chosen = all.stream().filter(held -> which.test(held.text())).toList();
    long reached = chosen.stream().filter(held -> held.probability() >= from).count();
    return (double) reached / Math.max(1, chosen.size());
  }

  private List<HeldOut> judgedByOthers() {
    var judged = new ArrayList<HeldOut>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int left = fold;
      Regression crisis = crisis(texts.stream().filter(t -> t.fold() != left));
      Regression serious = serious(texts.stream().filter(t -> t.fold() != left));
      texts.stream()
          .filter(t -> t.fold() == left && t.sameWorld())
          .forEach(t -> judged.add(new HeldOut(t, both(crisis, serious, t.seen()))));
    }
    return judged;
  }

  private static double both(Regression crisis, Regression serious, Features seen) {
    return Math.min(crisis.probability(seen), serious.probability(seen));
  }
}
