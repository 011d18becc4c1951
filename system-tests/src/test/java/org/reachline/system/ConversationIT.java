package org.reachline.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.CanaryScan;
import org.reachline.trust.testing.MirrorWatch;
import org.reachline.trust.testing.TwoAgencies;

/**
 * The story of one text, in a real browser: a client texts, the case shows it as a crisis, the
 * on-call phone rings and its owner takes it, the caseworker answers, the answer arrives on the
 * client's phone, the figures move.
 */
@Tag("browser")
@ExtendWith({OneMachine.class, TwoAgencies.class, Canaries.class})
class ConversationIT {
  private static final String WORDS =
      "been outside since 6 n cant feel my hands. getting sleepy. nowhere open";
  private static final LocatorAssertions.ContainsTextOptions SOON =
      new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

  private @Nullable Chromium browser;

  @BeforeEach
  void needsChromium() {
    Path executable = Chromium.executable();
    assumeTrue(executable != null, "no Chromium on this machine, so the browser test is skipped");
    if (executable != null) {
      browser = Chromium.open(executable, 1280, 900);
    }
  }

  @AfterEach
  void closeBrowser() {
    Chromium open = browser;
    if (open != null) {
      open.close();
    }
  }

  @Test
  void aTextFromTheColdIsTakenByAPersonAndAnswered(
      OneMachine.Running running, CanaryScan canaries, MirrorWatch watch) {
    Mirror.plant(running, canaries, watch);
    Chromium open = Objects.requireNonNull(browser);
    Page page = open.page();

    page.navigate(running.machine().oneTimeLink());
    page.getByRole(AriaRole.MAIN).getByRole(AriaRole.BUTTON).click();
    page.waitForURL("**/demo");

    page.locator("#sam-text").fill(WORDS);
    page.locator("#sam-form button").click();

    Locator theCase = page.locator("#case-body");
    assertThat(theCase).containsText("cant feel my hands", SOON);
    assertThat(theCase).containsText("Imminent", SOON);
    assertThat(page.locator("#maya-log")).containsText("urgent page", SOON);
    assertThat(page.locator("#maya-log").textContent()).doesNotContain("hands", "Sam", "0142");

    page.locator("#maya-take").click();
    assertThat(page.locator("[data-step=taken]"))
        .hasAttribute("data-state", "done", soonAttribute());
    assertThat(theCase).containsText("Maya", SOON);

    page.locator("#answer-text").fill("Stay on this line. Where are you right now?");
    page.locator("#answer-form button").click();
    assertThat(page.locator("#sam-log")).containsText("Where are you right now?", SOON);
    assertThat(page.locator("#proof")).containsText("0 lost", SOON);

    page.navigate(running.machine().url() + "/insights");
    assertThat(page.getByRole(AriaRole.MAIN)).containsText("1", SOON);

    assertThat(open.complaints()).isEmpty();
  }

  private static LocatorAssertions.HasAttributeOptions soonAttribute() {
    return new LocatorAssertions.HasAttributeOptions().setTimeout(20_000);
  }
}
