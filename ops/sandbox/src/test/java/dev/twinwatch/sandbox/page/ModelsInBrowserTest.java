package dev.twinwatch.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.stream.control.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Models as people see and change them, with a real broker; each test begins with a live model and a better shadow. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelsInBrowserTest {
    private static final String HOSTILE = "<img src=x onerror=\"document.title='hit'\">";

    @RegisterExtension
    static final Browser browser = new Browser();

    private Watched watched;
    private String live;
    private String shadow;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        watched = new Watched(folder);
        watched.startService();
    }

    @AfterAll
    void close() {
        if (watched != null) {
            watched.close();
        }
    }

    @BeforeEach
    void look() {
        live = watched.publish(Candidates.thatCaught(30), Place.LIVE).version();
        shadow = watched.publish(Candidates.thatCaught(33), Place.SHADOW).version();
        browser.visit(watched.address() + "#models");
        browser.run("location.reload()");
        awaitState(shadow, "shadow");
        browser.element("#who").clear();
        browser.element("#who").sendKeys("Eva");
    }

    @Test
    void eachModelSaysWhatItIsHowItDidAndWhoPublishedIt() {
        assertThat(browser.text(row(shadow) + " .version")).isEqualTo(shadow.substring(0, 12));
        assertThat(browser.text(row(shadow) + " .figures"))
                .contains("caught 33 of 40 takeovers, 4 false alerts in 10,000 honest events");
        assertThat(browser.text(row(shadow) + " .story")).endsWith("by cli");
        assertThat(browser.text(row(live) + " .place")).isEqualToIgnoringCase("live");
        assertThat(browser.elements("#model-rows > li").get(0).getDomAttribute("data-version"))
                .as("what decides is on top")
                .isEqualTo(live);
        assertThat(browser.elements(row(live) + " button")).isEmpty();
        browser.awaitText("#compared-by", "Nothing was scored by both yet");
        assertThat(browser.text("#changes li")).contains("cli", "let " + shadow.substring(0, 12) + " score along");
    }

    @Test
    void aShadowIsPromotedAndRolledBackAndTheServiceFollows() {
        press(shadow, "PROMOTE");
        assertThat(browser.text("#ask-title")).isEqualTo("Promote model " + shadow.substring(0, 12) + "?");
        assertThat(browser.text("#ask-who")).contains("Eva");
        answer("a week as shadow");
        browser.awaitText("#models-said", "is live from epoch");
        awaitState(shadow, "live");
        browser.await(page -> watched.deciding().contains(shadow));

        press(live, "ROLLBACK");
        answer("too many <b>alerts</b>");
        browser.awaitText("#models-said", "is live again from epoch");
        awaitState(live, "live");
        browser.await(page -> watched.deciding().contains(live));

        browser.awaitText("#changes li", "too many <b>alerts</b>");
        assertThat(browser.elements("#changes b")).isEmpty();
        Audit told = watched.audits().get(watched.audits().size() - 1);
        assertThat(told.getWho()).isEqualTo("Eva");
        assertThat(told.getWhy()).isEqualTo("too many <b>alerts</b>");
        assertThat(told.getAfter()).isEqualTo(live);
    }

    @Test
    @Tag("long")
    void whatSomebodyElseChangedMeanwhileIsSaidAndShown() {
        press(shadow, "UNSHADOW");
        String other = watched.publish(Candidates.thatCaught(34), Place.SHADOW).version();

        answer("seen enough");

        browser.awaitText("#models-said", "Refused: somebody else changed what is live");
        awaitState(other, "shadow");
        assertThat(browser.complaints()).singleElement().asString().contains("409");
        assertThat(watched.releases().shadow()).contains(other);
    }

    @Test
    @Tag("long")
    void aModelThatTheGatesDoNotLetPassIsRefusedWithItsFigures() {
        String worse = watched.publish(Candidates.thatCaught(20), Place.SHADOW).version();
        awaitState(worse, "shadow");

        press(worse, "PROMOTE");
        answer("why not");

        browser.awaitText("#models-said", "it caught 20 of 40 held-back takeovers, the live one 30 of 40");
        assertThat(browser.complaints()).singleElement().asString().contains("422");
        assertThat(watched.releases().live()).contains(live);
    }

    @Test
    void withoutAReasonOrWithEscapeNothingIsSent() {
        long epoch = watched.releases().epoch();

        press(shadow, "PROMOTE");
        browser.element("#ask-yes").click();
        assertThat(browser.element("#ask").isDisplayed()).isTrue();
        browser.element("#ask-why").sendKeys(Keys.ESCAPE);

        browser.await(page -> !page.element("#ask").isDisplayed());
        assertThat(watched.releases().epoch()).isEqualTo(epoch);
    }

    @Test
    void hostileWordsStayText() {
        browser.element("#who").clear();
        browser.element("#who").sendKeys(HOSTILE);
        press(shadow, "UNSHADOW");

        answer(HOSTILE);

        browser.awaitText("#changes li", HOSTILE);
        assertThat(browser.elements("#models img")).isEmpty();
        assertThat(browser.run("return document.title")).isEqualTo("Twinwatch");
    }

    @Test
    void alertsAndModelsAreShownInTurnAndBackLeadsBack() {
        browser.element(".views a[href='#alerts']").click();
        browser.await(page -> page.element("#alerts").isDisplayed());
        assertThat(browser.element("#models").isDisplayed()).isFalse();

        browser.run("history.back()");

        browser.await(page -> page.element("#models").isDisplayed());
        assertThat(browser.element("#alerts").isDisplayed()).isFalse();
    }

    private void press(String version, String change) {
        browser.element(row(version) + " button[data-change='" + change + "']").click();
        browser.await(page -> page.element("#ask").isDisplayed());
    }

    private void answer(String why) {
        browser.element("#ask-why").sendKeys(why);
        browser.element("#ask-yes").click();
    }

    private void awaitState(String version, String state) {
        browser.await(page -> state.equals(page.element(row(version)).getDomAttribute("data-state")));
    }

    private static String row(String version) {
        return "#model-rows > li[data-version='" + version + "']";
    }
}
