package org.reachline.cases.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.reachline.cases.CaseFlow;
import org.reachline.cases.World;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.reading.AgencyRules;
import org.reachline.cases.reading.Library;
import org.reachline.cases.view.WebGlance;
import org.reachline.cases.view.WebPeople;
import org.reachline.cases.view.WebStory;
import org.reachline.cases.view.WebViewer;
import org.reachline.cases.view.WebWords;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.trust.Role;
import org.reachline.trust.staff.Member;
import org.reachline.trust.testing.Planted;

/** Cases as the real rules make them, and what a page reads of them. */
public final class WebWorld {
  private static final AgencyRules RULES = AgencyRules.shipped();
  public final World world = new World();
  private final CaseFlow flow;
  private int messages;

  /** With the rules that ship. */
  public WebWorld() {
    this(RULES);
  }

  /** With a detector that fails. */
  public WebWorld(RuntimeException failure) {
    this(
        (_, _, _) -> {
          throw failure;
        });
  }

  /** With rules of the test. */
  public WebWorld(Library library) {
    this.flow = world.flowReading(library);
  }

  /** A client writes. */
  public InboundEvent.MessageReceived says(String phone, String words) {
    InboundEvent.MessageReceived event = world.text(phone, "w" + messages++, words);
    accept(event);
    return event;
  }

  public void accept(InboundEvent event) {
    flow.accept(List.of(World.item(event)));
  }

  /** News of a crisis. */
  public void takes(CrisisEvent event) {
    world.duty(world.store, world.announcer()).accept(List.of(World.item(event)));
  }

  public CaseFile file(InboundEvent.MessageReceived event) {
    CaseId id =
        World.found(world.store.placed(), world.scope(), event.messageId().value()).caseId();
    return World.found(world.store.files(), world.scope(), id);
  }

  public WebStory story(CaseFile file) {
    return new WebReader(world.store, world.boxes, world.examples)
        .story(world.scope(), file, Long.MAX_VALUE);
  }

  public List<WebGlance> glances(CaseFile... files) {
    return new WebReader(world.store, world.boxes, world.examples)
        .glances(world.scope(), List.of(files));
  }

  public Member worker() {
    return world.planted.member(Planted.HARBOR, Role.WORKER);
  }

  public ConversationId conversation(String phone) {
    return world.conversation(phone);
  }

  public WebViewer viewer(String language) {
    return viewer(language, true, world.now());
  }

  public WebViewer viewer(String language, boolean previews, Instant now) {
    return new WebViewer(
        worker().id(),
        new WebPeople(world.planted.staff().members(Planted.HARBOR)),
        WebWords.of(language),
        (cue, locale) -> RULES.meaning(Planted.HARBOR, cue, locale),
        ZoneOffset.UTC,
        now,
        previews);
  }
}
