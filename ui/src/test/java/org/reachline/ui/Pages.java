package org.reachline.ui;

import static org.reachline.ui.Models.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reachline.ui.Models.Ack;
import org.reachline.ui.Models.Attempt;
import org.reachline.ui.Models.Before;
import org.reachline.ui.Models.Case;
import org.reachline.ui.Models.Client;
import org.reachline.ui.Models.Composer;
import org.reachline.ui.Models.Consent;
import org.reachline.ui.Models.Crisis;
import org.reachline.ui.Models.Duty;
import org.reachline.ui.Models.Entry;
import org.reachline.ui.Models.Escalation;
import org.reachline.ui.Models.Found;
import org.reachline.ui.Models.Group;
import org.reachline.ui.Models.Label;
import org.reachline.ui.Models.Last;
import org.reachline.ui.Models.Mine;
import org.reachline.ui.Models.Notice;
import org.reachline.ui.Models.Option;
import org.reachline.ui.Models.Page;
import org.reachline.ui.Models.Paging;
import org.reachline.ui.Models.Part;
import org.reachline.ui.Models.Reading;
import org.reachline.ui.Models.Review;
import org.reachline.ui.Models.Row;
import org.reachline.ui.Models.Safe;
import org.reachline.ui.Models.Segment;
import org.reachline.ui.Models.Shell;
import org.reachline.ui.Models.Tile;
import org.reachline.ui.Models.View;
import org.reachline.ui.Models.Why;

/** Every page in every state worth a look, as name of the picture to (view, model). */
final class Pages {

  record Sample(String view, Map<String, Object> model) {}

  private final String lang;

  Pages(String lang) {
    this.lang = lang;
  }

  Map<String, Sample> all() {
    var pages = new LinkedHashMap<String, Sample>();
    pages.put("queue", new Sample("queue", queue(groups())));
    pages.put(
        "queue-empty", new Sample("queue", queue(List.of(new Group("crisis-open", List.of())))));
    pages.put("review", new Sample("review", review(picked())));
    pages.put(
        "review-last",
        new Sample(
            "review", with(review(List.of()), "last", new Last("c1", "m1", "nothing_missed"))));
    pages.put("region-queue", new Sample("region/queue", queue(groups())));
    pages.put(
        "thread",
        new Sample("thread", with(thread("open", false), "entries", entries().subList(0, 4))));
    pages.put("thread-mine", new Sample("thread", thread("taken", true)));
    pages.put(
        "thread-other",
        new Sample(
            "thread",
            with(
                with(thread("contact", false), "notice", conflict()), "composer", otherAddress())));
    pages.put("thread-plain", new Sample("thread", plainThread()));
    for (String region : List.of("crisis", "entries", "panel", "mylist", "case-card")) {
      pages.put("region-" + region, new Sample("region/" + region, thread("open", false)));
    }
    for (String state : List.of("open", "acked", "contact", "closed")) {
      pages.put("escalation-" + state, new Sample("escalation", escalation(state, true)));
    }
    pages.put("escalation-other", new Sample("escalation", escalation("acked", false)));
    pages.put("oncall", new Sample("oncall", board()));
    pages.put("region-board", new Sample("region/board", board()));
    pages.put("oncall-empty", new Sample("oncall", emptyBoard()));
    pages.put(
        "insights",
        new Sample(
            "insights",
            tiles(
                List.of(
                    tile("not_taken_now", "1", "", true),
                    tile("page_to_ack", "0:58", "", false),
                    tile("taken_within_2", "88", "percent", false),
                    tile("first_reply", "11", "min", false),
                    tile("messages_in", "412", "", false),
                    tile("crises", "7", "", false)))));
    pages.put(
        "region-tiles", new Sample("region/tiles", tiles(List.of(tile("crises", "7", "", false)))));
    pages.put("insights-empty", new Sample("insights", tiles(List.of())));
    for (String state : List.of("open", "acked", "expired")) {
      pages.put(
          "ack-" + state,
          new Sample("ack", basic(Map.of("ack", new Ack("7KD", "/a/token", state, "")))));
    }
    for (String state : List.of("ready", "used", "expired")) {
      pages.put("enter-" + state, new Sample("enter", basic(Map.of("token", "t", "state", state))));
    }
    pages.put("sign-in", new Sample("sign-in", signIn("")));
    pages.put("sign-in-wrong", new Sample("sign-in", signIn("wrong")));
    for (int status : List.of(403, 404, 418, 500, 503)) {
      pages.put(
          "error-" + status,
          new Sample(
              "error",
              basic(Map.of("status", status, "code", "7f3a-2", "signedIn", status != 403))));
    }
    pages.put(
        "demo",
        new Sample(
            "demo", basic(Map.of("breaks", Set.of("kafka", "database", "repeat", "provider")))));
    pages.put("demo-first", new Sample("demo", basic(Map.of("breaks", Set.of()))));
    return pages;
  }

  private Shell shell(String path) {
    return new Shell(
        "Harbor Street Outreach",
        "Nora T.",
        "NT",
        Set.of("worker", "supervisor", "oncall"),
        "Maya R.",
        "20:00",
        1,
        lang,
        Models.ZONE,
        NOW,
        path,
        "token",
        path + "/live");
  }

  private static Instant ago(long seconds) {
    return NOW.minusSeconds(seconds);
  }

  private static Map<String, Object> with(Map<String, Object> model, String name, Object value) {
    var more = new HashMap<>(model);
    more.put(name, value);
    return more;
  }

  private Map<String, Object> basic(Map<String, Object> more) {
    var model =
        new HashMap<String, Object>(
            Map.of("lang", lang, "agencyName", "Harbor Street Outreach", "csrfToken", "token"));
    model.putAll(more);
    return model;
  }

  private Map<String, Object> signIn(String error) {
    return basic(
        Map.of(
            "methods",
            Set.of("passphrase", "sso"),
            "ssoHref",
            "/sso",
            "email",
            "nora.t@example.org",
            "errorKey",
            error));
  }

  private static Composer otherAddress() {
    return new Composer("v1", "Rosa", "sms", "42", "es", "s1", "", "", List.of(), "Messenger", 14);
  }

  private static Notice conflict() {
    return new Notice("warn", "notice.taken.by", List.of("Maya R.", "14:04"));
  }

  private Map<String, Object> queue(List<Group> groups) {
    List<View> views =
        List.of(
            new View("mine", "/queue?view=mine", 7),
            new View("unassigned", "/queue?view=unassigned", 4),
            new View("team", "/queue?view=team", 31),
            new View("waiting", "/queue?view=waiting", 12),
            new View("crises", "/queue?view=crises", 3),
            new View("unassessed", "/queue?view=unassessed", 1),
            new View("review", "/queue/review", 2));
    return Map.of(
        "shell",
        shell("/queue"),
        "view",
        "mine",
        "views",
        views,
        "listHref",
        "/queue/list?view=mine",
        "olderHref",
        "",
        "groups",
        groups);
  }

  static List<Group> groups() {
    return List.of(
        new Group(
            "crisis-open",
            List.of(
                row(
                    "c1",
                    "imminent",
                    "Rosa M.",
                    "42",
                    "es",
                    "el esta golpeando la puerta otra vez y trae un arma. estoy en el baño",
                    "nocall",
                    "reason.paging",
                    List.of("category.domestic_violence", "2", "3"),
                    "",
                    161,
                    "x1"))),
        new Group(
            "crisis-taken",
            List.of(
                row(
                    "c2",
                    "high",
                    "Tasha W.",
                    "19",
                    "en",
                    "ok im at the library till 6. thank you for answering",
                    "",
                    "reason.taken",
                    List.of("category.suicide_self_harm", "13:52"),
                    "Nora T.",
                    240,
                    ""))),
        new Group(
            "needs-reply",
            List.of(
                new Row(
                    "c3",
                    "/c/c3",
                    "unassessed",
                    "New person",
                    "messenger",
                    "",
                    "und",
                    "",
                    "preview.voice",
                    "",
                    "reason.unassessed",
                    List.of(),
                    "",
                    "",
                    false,
                    true,
                    ago(360),
                    "",
                    1),
                row(
                    "c4",
                    "elevated",
                    "Darnell P.",
                    "07",
                    "en",
                    "shelter says full again tonight, kids with me. any place open",
                    "",
                    "reason.parts.3",
                    List.of("category.exposure", "reason.today", "nowhere to spend the night"),
                    "Nora T.",
                    720,
                    ""),
                row(
                    "c5",
                    "none",
                    "Yolanda C.",
                    "63",
                    "es",
                    "Gracias, ya tengo la cita para el acta de nacimiento",
                    "",
                    "reason.draft",
                    List.of("09:12"),
                    "Nora T.",
                    2280,
                    ""),
                row(
                    "c6",
                    "low",
                    "Pete “Red” A.",
                    "55",
                    "en",
                    "30 days sober today, thought youd like to know",
                    "",
                    "",
                    List.of(),
                    "Luis O.",
                    2460,
                    ""))),
        new Group(
            "waiting",
            List.of(
                row(
                    "c7",
                    "none",
                    "Imani J.",
                    "88",
                    "en",
                    "The ID office opens at 9. Ask for Ms. Lane",
                    "",
                    "reason.failed",
                    List.of(),
                    "Nora T.",
                    7200,
                    ""))));
  }

  private static Row row(
      String id,
      String severity,
      String name,
      String lastTwo,
      String language,
      String preview,
      String safe,
      String reason,
      List<String> args,
      String worker,
      long wait,
      String crisis) {
    boolean mine = worker.equals("Nora T.");
    String initials = worker.isEmpty() ? "" : mine ? "NT" : "LO";
    return new Row(
        id,
        "/c/" + id,
        severity,
        name,
        "sms",
        lastTwo,
        language,
        preview,
        "",
        safe,
        reason,
        args,
        worker,
        initials,
        mine,
        wait < 800,
        ago(wait),
        crisis,
        3);
  }

  private Map<String, Object> thread(String status, boolean mine) {
    var model = new HashMap<String, Object>(base());
    Set<String> actions =
        switch (status) {
          case "open" -> Set.of("take");
          case "taken" -> mine ? Set.of("contact", "back", "close") : Set.of();
          default -> Set.of("back", "close");
        };
    model.put(
        "crisis",
        new Crisis(
            "x1",
            mine ? "high" : "imminent",
            "domestic_violence",
            List.of("exposure"),
            status,
            "Maya R.",
            "7KD",
            ago(161),
            ago(100),
            mine,
            2,
            3,
            actions,
            new Why(
                List.of(
                    found(1, "trae un arma", "weapon named, now", "level.imminent"),
                    found(2, "golpeando la puerta", "somebody at the door", "level.imminent"),
                    found(3, "mi hija", "a child is there", "why.effect.orders")),
                List.of("after_high", "of_a_newer_version"),
                List.of(new Before("/c/c1#e-m1", "14:02"), new Before("", "")),
                List.of(),
                List.of(),
                "2026.11.2")));
    model.put("safe", new Safe("no", "yes", "no", "09:00–15:00", true, true, ago(345_600)));
    model.put(
        "paging",
        List.of(
            new Paging(1, "Maya R.", "delivered", ago(160)),
            new Paging(2, "Luis O.", "sent", ago(40))));
    return model;
  }

  private Map<String, Object> plainThread() {
    var model = with(base(), "entries", List.of());
    model.put("closeReasons", List.of());
    model.put("assignOptions", List.of());
    return with(
        model,
        "composer",
        new Composer(
            "v1",
            "Rosa",
            "sms",
            "42",
            "es",
            "s1",
            "",
            "closed.stop",
            List.of("Rosa", "12 Nov"),
            "",
            14));
  }

  private Map<String, Object> base() {
    var model = new HashMap<String, Object>();
    model.put("shell", shell("/c/c1"));
    model.put(
        "case", new Case("c1", "24-0187", "Family shelter", 9, "open", "Nora T.", ago(1_500_000)));
    model.put("client", new Client("Rosa M.", "RM", "sms", "42", "es"));
    model.put("olderHref", "/c/c1?before=1");
    model.put("entries", entries());
    model.put(
        "composer",
        new Composer(
            "v1",
            "Rosa",
            "sms",
            "42",
            "es",
            "s1",
            "Rosa, leí su mensaje. Estoy aquí con usted. ¿Puede marcar 911? Si no puede hablar, mande texto al 911.",
            "",
            List.of(),
            "",
            14));
    model.put(
        "consents",
        List.of(
            new Consent("case", "sms", "yes", ago(1_000_000)),
            new Consent("reminders", "sms", "no", ago(1_000_000)),
            new Consent("surveys", "sms", "unknown", ago(0))));
    model.put(
        "assignOptions",
        List.of(new Option("w1", "Nora T.", true), new Option("w2", "Luis O.", false)));
    model.put("closeReasons", List.of("resolved", "referred", "no_contact"));
    model.put("closeOutcomes", List.of("housed", "sheltered", "unknown"));
    model.put("paging", List.of());
    model.put(
        "myList",
        List.of(
            new Mine(
                "/c/c1",
                "Rosa M.",
                "imminent",
                "el esta golpeando la puerta otra vez",
                ago(161),
                true),
            new Mine("/c/c2", "Tasha W.", "high", "ok im at the library till 6", ago(240), false),
            new Mine("/c/c3", "New person", "unassessed", "", ago(360), false),
            new Mine(
                "/c/c4",
                "Darnell P.",
                "elevated",
                "shelter says full again tonight",
                ago(720),
                false),
            new Mine(
                "/c/c5", "Yolanda C.", "none", "Gracias, ya tengo la cita", ago(2280), false)));
    return model;
  }

  private static List<Entry> entries() {
    return List.of(
        entry("m0", "event", "event.opened", 900_000, "", new Segment("", 0)),
        entry(
            "m1",
            "out",
            "",
            9_900,
            "delivered",
            new Segment("Hola Rosa, sigo aqui. Su cita con la abogada es mañana a las 10.", 0)),
        entry(
            "m2",
            "in",
            "",
            161,
            "",
            new Segment("el esta ", 0),
            new Segment("golpeando la puerta", 2),
            new Segment(" otra vez y ", 0),
            new Segment("trae un arma", 1),
            new Segment(". estoy en el baño con ", 0),
            new Segment("mi hija", 3),
            new Segment(". no me llame <b>&amp;</b>", 0)),
        entry("m2b", "in", "", 161, "", new Segment("i was suicidal years ago", 0)),
        entry("m3", "event", "event.autoreply_withheld", 160, "", new Segment("", 0)),
        entry("m4", "placeholder", "", 100, "", new Segment("", 0)),
        entry("m5", "note", "", 90, "", new Segment("She has a daughter of six.", 0)),
        entry(
            "m6",
            "auto",
            "",
            80,
            "sent",
            new Segment("We got your message and told our on-call staff.", 0)),
        entry("m7", "out", "", 60, "failed", new Segment("Estoy aquí.", 0)));
  }

  private static Entry entry(
      String id, String kind, String event, long age, String delivery, Segment... segments) {
    String author = kind.equals("in") ? "Rosa M." : "Nora T.";
    String translation =
        kind.equals("in")
            ? "he is banging on the door again and has a weapon. i am in the bathroom with my daughter. do not call me"
            : "";
    return new Entry(
        id,
        kind,
        "es",
        author,
        "sms",
        "42",
        delivery,
        event,
        List.of(),
        ago(age),
        List.of(segments),
        translation,
        reading(id, kind),
        label(id, kind));
  }

  private static Found found(int n, String quote, String meaning, String note) {
    return new Found(n, quote, "es", List.of(new Part(meaning, note)));
  }

  private static Reading reading(String id, String kind) {
    var none = new Why(List.of(), List.of(), List.of(), List.of(), List.of(), "");
    var lowered =
        new Why(
            List.of(),
            List.of(),
            List.of(),
            List.of(found(0, "suicidal", "thoughts of ending their life", "why.effect.lowered")),
            List.of("far_past", "unsupported"),
            "2026.11.2");
    return switch (kind) {
      case "in" ->
          id.equals("m2")
              ? new Reading("imminent", List.of("domestic_violence"), "", true, none)
              : new Reading("low", List.of("suicide_self_harm"), "", false, lowered);
      case "placeholder" -> new Reading("unassessed", List.of(), "unreadable", false, none);
      default -> new Reading("", List.of(), "", false, none);
    };
  }

  private static Label label(String id, String kind) {
    return switch (kind) {
      case "in" -> new Label(id, true, false, "", "", "", ago(0));
      case "placeholder" -> new Label(id, false, false, "missed", "Nora T.", "exposure", ago(5));
      default -> new Label("", false, false, "", "", "", ago(0));
    };
  }

  private Map<String, Object> review(List<Review> items) {
    var model = new HashMap<>(queue(groups()));
    model.put("view", "review");
    model.put("items", items);
    model.put("exportHref", items.isEmpty() ? "" : "/api/v1/examples");
    return model;
  }

  private static List<Review> picked() {
    return List.of(
        new Review("c1", "/c/c1", "m1", "en", "ok see you <b>then</b>", ago(9_000)),
        new Review("c2", "/c/c2", "m2", "und", "", ago(8_000)));
  }

  private Map<String, Object> escalation(String state, boolean mine) {
    var page =
        new Page(
            "7KD",
            "x1",
            "imminent",
            "exposure",
            List.of("medical"),
            "en",
            mine ? "order.first" : "order.notpaged",
            "Luis O.",
            false,
            mine ? 1 : 2,
            state,
            "Maya R.",
            "/c/c1/glance",
            mine ? "ok" : "unknown",
            mine,
            ago(71),
            NOW.plusSeconds(49),
            ago(10),
            NOW.plusSeconds(600));
    return Map.of("shell", shell("/p/7KD"), "page", page);
  }

  private Map<String, Object> board() {
    var attempts =
        List.of(
            new Attempt(1, "Maya R.", "sms", "delivered", ago(160)),
            new Attempt(1, "Maya R.", "call", "failed", ago(116)),
            new Attempt(2, "Luis O.", "sms", "sent", ago(41)));
    var model = new HashMap<String, Object>();
    model.put("shell", shell("/oncall"));
    model.put(
        "notTaken",
        List.of(
            new Escalation(
                "x1",
                "7KD",
                "imminent",
                "domestic_violence",
                List.of("child_safety", "housing_loss"),
                "es",
                "nocall",
                "/p/7KD",
                "/c/c1",
                "",
                "Everyone",
                ago(161),
                ago(0),
                NOW.plusSeconds(79),
                2,
                3,
                attempts)));
    model.put(
        "taken",
        List.of(
            new Escalation(
                "x2",
                "M4P",
                "high",
                "medical",
                List.of(),
                "en",
                "",
                "/p/M4P",
                "/c/c8",
                "Amara N.",
                "",
                ago(600),
                ago(298),
                NOW,
                1,
                3,
                attempts)));
    model.put(
        "contact",
        List.of(
            new Escalation(
                "x3",
                "C9W",
                "high",
                "suicide_self_harm",
                List.of(),
                "en",
                "",
                "/p/C9W",
                "/c/c2",
                "Nora T.",
                "",
                ago(1200),
                ago(960),
                NOW,
                1,
                3,
                List.of())));
    model.put(
        "closed",
        List.of(
            new Escalation(
                "x4",
                "X2F",
                "high",
                "exposure",
                List.of(),
                "en",
                "",
                "",
                "",
                "Luis O.",
                "",
                ago(9000),
                ago(8900),
                NOW,
                1,
                3,
                List.of())));
    model.put(
        "duty",
        List.of(
            new Duty("Maya R.", "MR", "primary", "20:00", "ready"),
            new Duty("Luis O.", "LO", "backup", "20:00", "onemethod"),
            new Duty("6", "6", "lastresort", "", "ready")));
    return model;
  }

  private Map<String, Object> emptyBoard() {
    return Map.of(
        "shell",
        shell("/oncall"),
        "notTaken",
        List.of(),
        "taken",
        List.of(),
        "contact",
        List.of(),
        "closed",
        List.of(),
        "duty",
        List.of());
  }

  private Map<String, Object> tiles(List<Tile> tiles) {
    return Map.of("shell", shell("/insights"), "asOf", NOW, "tiles", tiles);
  }

  private static Tile tile(String key, String value, String unit, boolean alarm) {
    return new Tile(
        key,
        value,
        unit,
        "finding." + key,
        List.of(alarm ? "2 min 41 s" : "539", "612"),
        alarm ? "activity" : "cohort",
        alarm ? "ok" : "filling",
        "0,18 10,16 20,17 30,12 40,13 50,9 60,11 70,7 80,8 90,5 100,6",
        NOW.minus(Duration.ofSeconds(2)),
        612,
        1,
        alarm,
        List.of("hour", "count"),
        List.of(List.of("13:00", "12"), List.of("14:00", "9")));
  }
}
