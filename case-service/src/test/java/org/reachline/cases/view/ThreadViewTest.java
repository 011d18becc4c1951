package org.reachline.cases.view;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.reachline.cases.World;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Content;
import org.reachline.cases.core.Duty;
import org.reachline.cases.core.Entry;
import org.reachline.cases.view.CrisisView.Banner;
import org.reachline.cases.view.EntryView.Line;
import org.reachline.cases.view.MarkedView.Segment;
import org.reachline.cases.view.ThreadView.Composer;
import org.reachline.cases.view.ThreadView.Draft;
import org.reachline.cases.view.ThreadView.Rights;
import org.reachline.cases.web.WebCommands;
import org.reachline.cases.web.WebReader;
import org.reachline.cases.web.WebWorld;
import org.reachline.contracts.events.ConsentSignal;
import org.reachline.contracts.personal.InboundContent;
import org.reachline.contracts.personal.MessageText;
import org.reachline.contracts.personal.PersonName;
import org.reachline.trust.testing.Planted;

class ThreadViewTest {
  private static final String DANGER =
      "😀 been outside since 6 n cant feel my hands. getting sleepy. nowhere open";
  private static final String PHONE = "+15550100142";
  private static final Rights ALL = new Rights(true, true, true, true);
  private final WebWorld world = new WebWorld();

  private Map<String, Object> model(CaseFile file, String language, Draft draft, Rights rights) {
    return new ThreadView(world.story(file), world.viewer(language), rights)
        .model(draft, world.world.planted.staff().members(Planted.HARBOR));
  }

  private Map<String, Object> model(CaseFile file) {
    return model(file, "en", Draft.empty("key"), ALL);
  }

  @SuppressWarnings("unchecked")
  private static List<Line> lines(Map<String, Object> model) {
    return (List<Line>) requireNonNull(model.get("entries"));
  }

  private static Composer composer(Map<String, Object> model) {
    return (Composer) requireNonNull(model.get("composer"));
  }

  private static Banner banner(Map<String, Object> model) {
    return (Banner) requireNonNull(model.get("crisis"));
  }

  @Test
  void theEvidenceQuotesTheExactWordsAndTheSameNumbersMarkThem() {
    CaseFile file = world.file(world.says(PHONE, DANGER));

    Map<String, Object> model = model(file);

    Banner banner = banner(model);
    Line message =
        lines(model).stream().filter(l -> l.kind().equals("in")).findFirst().orElseThrow();
    assertThat(banner.status()).isEqualTo("open");
    assertThat(banner.actions()).containsExactly("take");
    assertThat(banner.why().reasons()).isNotEmpty();
    assertThat(message.segments().stream().map(Segment::text).collect(Collectors.joining()))
        .isEqualTo(DANGER);
    assertThat(
            message.segments().stream()
                .filter(s -> s.mark() > 0)
                .collect(Collectors.toMap(Segment::mark, Segment::text)))
        .isEqualTo(
            banner.why().reasons().stream()
                .collect(Collectors.toMap(WhyView.Row::n, WhyView.Row::quote)));
    assertThat(banner.why().reasons())
        .allMatch(row -> row.parts().getFirst().meaning().contains(" "))
        .noneMatch(row -> row.toString().contains(row.quote()));
    assertThat(message.reading().level()).isEqualTo("imminent");
    assertThat(message.reading().card()).isTrue();
  }

  @Test
  void meaningsAreInTheLanguageOfTheReader() {
    CaseFile file = world.file(world.says(PHONE, DANGER));

    Banner english = banner(model(file));
    Banner spanish = banner(model(file, "es", Draft.empty("k"), ALL));

    WhyView.Row en = english.why().reasons().getFirst();
    WhyView.Row es = spanish.why().reasons().getFirst();
    assertThat(es.parts().getFirst().meaning()).isNotEqualTo(en.parts().getFirst().meaning());
    assertThat(es.quote()).isEqualTo(en.quote());
  }

  @Test
  void whoHoldsACrisisSeesWhatIsLeftToDoAndOthersWhoHoldsIt() {
    CaseFile file = world.file(world.says(PHONE, DANGER));
    Duty open = file.crises().getFirst().duty();
    Duty taken =
        new Duty(
            2,
            Duty.Status.TAKEN,
            Set.of(world.worker().id()),
            world.world.now(),
            open.paged(),
            0,
            List.of(),
            "");

    Banner banner = banner(model(file.duty(file.crises().getFirst().id(), taken)));

    assertThat(banner.mine()).isTrue();
    assertThat(banner.takenBy()).isEqualTo("Luis O.");
    assertThat(banner.actions()).containsExactlyInAnyOrder("contact", "back", "close");
    assertThat(lines(model(file.duty(file.crises().getFirst().id(), taken))))
        .extracting(Line::eventKey)
        .contains("event.crisis_raised", "event.crisis_taken");
  }

  @Test
  void whoAskedNotToBeCalledIsShownSo() {
    Map<String, Object> model = model(world.file(world.says(PHONE, "please dont call me")));

    assertThat(model).containsEntry("noCalls", true);
    assertThat(lines(model)).extracting(Line::eventKey).contains("event.stop_calls");
  }

  @Test
  void aCaseWithoutACrisisHasNoBanner() {
    CaseFile file = world.file(world.says(PHONE, "hi its sam, is the clinic open tmrw morning"));

    assertThat(model(file)).doesNotContainKey("crisis").doesNotContainKey("safe");
  }

  @Test
  void afterStopTheBoxIsClosedAndSaysSince() {
    var event = world.says(PHONE, "hello");
    world.accept(world.world.signal(PHONE, "s1", ConsentSignal.STOP, true));

    Composer box = composer(model(world.file(event)));

    assertThat(box.closedKey()).isEqualTo("closed.stop");
    assertThat(box.closedArgs()).containsExactly("New person", "17 Jan");
    assertThat(
            composer(model(world.file(event), "es", Draft.empty("k"), ALL)).closedArgs().getLast())
        .isEqualTo("17 ene");
  }

  @Test
  void whoMayOnlyReadHasNoBoxAndNoMenus() {
    CaseFile file = world.file(world.says(PHONE, "hello"));

    Map<String, Object> model =
        model(file, "en", Draft.empty("k"), new Rights(false, false, false, false));

    assertThat(composer(model).closedKey()).isEqualTo("closed.access");
    assertThat(model.get("assignOptions")).isEqualTo(List.of());
    assertThat(model.get("closeReasons")).isEqualTo(List.of());
  }

  @Test
  void theBoxKeepsItsWordsAndSaysWhereTheyGo() {
    CaseFile file = world.file(world.says(PHONE, "hello"));
    Draft draft = new Draft(Set.of(), new MessageText("at nine"), "k");

    Composer box = composer(model(file, "en", draft, ALL));

    assertThat(box.conversationId()).isEqualTo(world.conversation(PHONE).value());
    assertThat(box.text()).isEqualTo("at nine");
    assertThat(box.otherLabel()).isEmpty();
    assertThat(box.seenSeq()).isEqualTo(file.log().seq());
    assertThat(box.lastTwo()).isEqualTo("42");
    assertThat(box).hasToString("Composer");
  }

  @Test
  void anAnswerToAnAddressTheyDidNotWriteFromLastSaysSo() {
    var first = world.says(PHONE, "hello");
    var other = world.says("+15550100177", "its me from another phone");
    Entry.Body elsewhere = world.file(other).log().tail().getLast().body();
    CaseFile both = world.file(first).append(world.world.now(), copied(elsewhere));
    Draft draft = new Draft(Set.of(first.conversationId()), new MessageText("at nine"), "k");

    Composer asked = composer(model(both, "en", draft, ALL));
    Composer fresh = composer(model(both));

    assertThat(asked.conversationId()).isEqualTo(first.conversationId().value());
    assertThat(asked.otherLabel()).isEqualTo("··77");
    assertThat(fresh.conversationId()).isEqualTo(other.conversationId().value());
    assertThat(fresh.otherLabel()).isEmpty();
    assertThat(WebCommands.wroteElsewhere(both, first.conversationId())).isTrue();
    assertThat(WebCommands.wroteElsewhere(both, other.conversationId())).isFalse();
  }

  /** The same message in the clear: a box opens in its own place only. */
  private Entry.Body copied(Entry.Body body) {
    Entry.Received received = (Entry.Received) body;
    InboundContent content =
        new InboundContent(
            World.address("+15550100177"),
            World.address("+15550100001"),
            new PersonName(""),
            new MessageText("its me from another phone"),
            List.of());
    return new Entry.Received(
        received.messageId(),
        received.conversationId(),
        received.line(),
        received.channel(),
        received.kind(),
        new Content.Clear<>(content),
        received.risk(),
        List.of());
  }

  @Test
  void aMessageNobodyCouldReadIsAPlaceholder() {
    var event = world.says(PHONE, "");

    assertThat(lines(model(world.file(event))))
        .extracting(Line::kind)
        .containsExactly("event", "placeholder");
  }

  @Test
  void newWordsForAMessageStandBesideTheFirstOnes() {
    var event = world.says(PHONE, "hello");
    world.accept(world.world.edit(event, "e1", "hello again"));

    List<Line> lines = lines(model(world.file(event)));

    assertThat(lines).filteredOn(l -> l.kind().equals("in")).hasSize(2);
    assertThat(lines)
        .anySatisfy(
            line -> assertThat(line.eventArgs()).containsExactly("the client changed a message"));
  }

  @Test
  void thirtyEntriesAreShownAndTheOlderOnesAreOneLinkAway() {
    var first = world.says(PHONE, "m 0");
    for (int i = 1; i <= 75; i++) {
      world.world.passes(Duration.ofSeconds(20));
      var _ = world.says(PHONE, "m " + i);
    }
    CaseFile file = world.file(first);
    assertThat(file.log().pages()).isPositive();

    Map<String, Object> newest = model(file);
    WebStory older =
        new WebReader(world.world.store, world.world.boxes, world.world.examples)
            .story(world.world.scope(), file, file.log().seq() - 29);

    assertThat(lines(newest)).hasSize(30);
    assertThat(newest.get("olderHref"))
        .isEqualTo("/c/" + file.id() + "?before=" + (file.log().seq() - 29));
    assertThat(older.said()).hasSize(30);
    assertThat(older.said().getLast().entry().seq()).isEqualTo(file.log().seq() - 30);
    assertThat(older.older()).isTrue();
  }

  @Test
  void aCrisisWhoseMessageLiesInAPageStillQuotesIt() {
    var danger = world.says(PHONE, DANGER);
    for (int i = 1; i <= 75; i++) {
      world.world.passes(Duration.ofSeconds(20));
      var _ = world.says(PHONE, "ok " + i);
    }

    Banner banner = banner(model(world.file(danger)));

    assertThat(banner.why().reasons()).isNotEmpty().allMatch(r -> DANGER.contains(r.quote()));
  }

  private static List<Line> said(Map<String, Object> model) {
    return lines(model).stream().filter(line -> line.kind().equals("in")).toList();
  }

  private static List<String> marked(Line line) {
    return line.segments().stream().filter(s -> s.mark() > 0).map(Segment::text).toList();
  }

  @Test
  void aMessageThatPagesNobodyShowsItsLevelItsMarksAndWhy() {
    CaseFile file = world.file(world.says(PHONE, "got no place for tonight"));

    Line message = said(model(file)).getFirst();

    assertThat(message.reading().level()).isEqualTo("elevated");
    assertThat(message.reading().categories()).containsExactly("exposure");
    assertThat(message.reading().card()).isFalse();
    assertThat(message.reading().why().reasons())
        .extracting(WhyView.Row::quote)
        .containsExactlyElementsOf(marked(message))
        .isNotEmpty();
    assertThat(message.reading().why().reasons().getFirst().parts())
        .extracting(WhyView.Part::noteKey)
        .contains("level.elevated");
    assertThat(message.reading().why().rulesVersion()).isNotEmpty();
  }

  @Test
  void whatLoweredAMessageIsNoReasonForIt() {
    CaseFile file = world.file(world.says(PHONE, "i was suicidal years ago"));

    Line message = said(model(file)).getFirst();

    assertThat(message.reading().level()).isEqualTo("low");
    assertThat(marked(message)).isEmpty();
    assertThat(message.reading().why().reasons()).isEmpty();
    assertThat(message.reading().why().held()).containsExactly("far_past");
    assertThat(message.reading().why().lowered())
        .extracting(row -> row.n(), row -> row.quote(), row -> row.parts().getFirst().noteKey())
        .containsExactly(
            tuple(0, "suicidal", "why.effect.lowered"), tuple(0, "years ago", "why.effect.lowers"));
  }

  @Test
  void aRuleThatTheWordingDidNotBearOutIsToldSo() {
    CaseFile file =
        world.file(
            world.says(
                PHONE,
                "the cat jumped off pier 2 landed in a dinghy, owner found, hero of the week"));

    ReadingView reading = said(model(file)).getFirst().reading();

    assertThat(reading.level()).isEqualTo("low");
    assertThat(reading.why().reasons()).isEmpty();
    assertThat(reading.why().held()).containsExactly("unsupported");
    assertThat(reading.why().lowered()).isNotEmpty();
  }

  @Test
  void aMessageNobodyAssessedSaysWhyNotAndAHarmlessOneSaysNothing() {
    WebWorld broken = new WebWorld(new IllegalStateException("broken"));
    CaseFile unread = broken.file(broken.says(PHONE, "hello"));
    var model =
        new ThreadView(broken.story(unread), broken.viewer("en"), ALL)
            .model(Draft.empty("k"), List.of());

    assertThat(said(model).getFirst().reading())
        .isEqualTo(new ReadingView("unassessed", List.of(), "detector_error", false, WhyView.NONE));
    assertThat(said(model(world.file(world.says(PHONE, "hello")))).getFirst().reading())
        .isEqualTo(ReadingView.NONE);
  }

  @Test
  void theEarlierMessagesThatRaisedALevelAreOneLinkAway() {
    var first = world.says(PHONE, "got no place for tonight");
    world.world.passes(Duration.ofMinutes(20));
    var _ = world.says(PHONE, "got no place for tonight");
    world.world.passes(Duration.ofMinutes(20));
    var _ = world.says(PHONE, "got no place for tonight");
    CaseFile file = world.file(first);

    WhyView why = banner(model(file)).why();

    assertThat(why.context()).containsExactly("repeated");
    assertThat(why.readWith()).hasSize(2);
    assertThat(why.readWith().getFirst().href()).isEqualTo("/c/" + file.id() + "#e-2");
    assertThat(why.readWith().getFirst().at()).matches("[0-9]{2}:[0-9]{2}");
  }

  @Test
  void whenACrisisHasEndedItsMessagesTellWhyThemselves() {
    CaseFile file = world.file(world.says(PHONE, DANGER));
    Duty open = file.crises().getFirst().duty();
    Duty closed =
        new Duty(
            2,
            Duty.Status.CLOSED,
            Set.of(),
            world.world.now(),
            open.paged(),
            0,
            List.of(),
            "referred");

    Map<String, Object> model = model(file.duty(file.crises().getFirst().id(), closed));

    assertThat(banner(model).why().reasons()).isEmpty();
    assertThat(said(model).getFirst().reading().card()).isFalse();
    assertThat(said(model).getFirst().reading().why().reasons())
        .extracting(WhyView.Row::quote)
        .containsExactlyElementsOf(marked(said(model).getFirst()));
  }
}
