package org.reachline.cases.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.reachline.cases.view.MarkedView.Segment;
import org.reachline.cases.view.MarkedView.Span;

class MarkedViewTest {
  private static final String TEXT = "help 😀 trae un arma";

  @Test
  void theMarkedPiecesAreTheExactWordsAlsoBehindAnEmoji() {
    int start = TEXT.indexOf("trae");

    List<Segment> pieces = MarkedView.cut(TEXT, List.of(new Span(start, TEXT.length(), 1)));

    assertThat(pieces).containsExactly(new Segment("help 😀 ", 0), new Segment("trae un arma", 1));
  }

  @Test
  void aSpanThatWouldTearACharacterTakesAllOfIt() {
    int middle = TEXT.indexOf("😀") + 1;

    assertThat(MarkedView.cut(TEXT, List.of(new Span(middle, middle + 2, 1))))
        .containsExactly(
            new Segment("help ", 0), new Segment("😀 ", 1), new Segment("trae un arma", 0));
    assertThat(MarkedView.cut(TEXT, List.of(new Span(0, middle, 1))).getFirst())
        .isEqualTo(new Segment("help 😀", 1));
  }

  @Test
  void whateverTheSpansThePiecesJoinedAreTheText() {
    for (int start = -2; start <= TEXT.length() + 2; start++) {
      for (int end = start; end <= TEXT.length() + 2; end++) {
        List<Span> spans = List.of(new Span(start, end, 1), new Span(3, 9, 2), new Span(5, 6, 3));
        String joined =
            MarkedView.cut(TEXT, spans).stream().map(Segment::text).collect(Collectors.joining());
        assertThat(joined).isEqualTo(TEXT);
      }
    }
  }

  @Test
  void aTextWithoutEvidenceIsOnePieceAndAnEmptyOneIsNone() {
    assertThat(MarkedView.cut(TEXT, List.of())).containsExactly(new Segment(TEXT, 0));
    assertThat(MarkedView.cut("", List.of(new Span(0, 4, 1)))).isEmpty();
  }
}
