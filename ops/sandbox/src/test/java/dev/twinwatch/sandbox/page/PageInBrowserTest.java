package dev.twinwatch.sandbox.page;

import static dev.twinwatch.sandbox.page.Watched.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Feedback;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** One service and one browser for all tests: each has alerts of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class PageInBrowserTest {
    private static final String HOSTILE =
            "<img src=x onerror=\"document.title='hit'\"><script>document.title='hit'</script>";

    @RegisterExtension
    static final Browser browser = new Browser();

    private Watched watched;

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
    void visit() {
        browser.visit(watched.address());
        browser.await(page -> !page.text("#watch").isEmpty());
    }

    // Its name puts it first: the others leave alerts behind.
    @Test
    void aServiceWithoutModelAndAlertsSaysBoth() {
        browser.awaitText("#notice", "No model yet");
        browser.awaitText("#empty", "No alerts yet");
        assertThat(browser.text("#watch")).isEqualTo("card-payments");
        assertThat(browser.text("#model")).isEqualTo("none");
    }

    @Test
    void anAlertAppearsAndGrowsWithoutAReload() {
        browser.run("window.mark = 'same page'");

        watched.write(alert("grows", "ana", 10, 1));

        browser.awaitText(row("grows"), "ana");
        assertThat(browser.text(row("grows") + " .why")).isEqualTo("Place: 2 values never used before");
        assertThat(browser.text(row("grows") + " .severity")).isEqualToIgnoringCase("high");
        assertThat(browser.text(row("grows") + " .when")).isEqualTo("01 Jan 00:10");
        assertThat(browser.text(row("grows") + " .figures")).isEqualTo("score 8.3, limit 4.5");
        assertThat(browser.text(row("grows") + " .state")).isEqualTo("1 event over the limit, open");

        watched.write(alert("grows", "ana", 10, 3));

        browser.awaitText(row("grows") + " .state", "3 events over the limit");
        assertThat(browser.elements(row("grows"))).hasSize(1);
        assertThat(browser.run("return window.mark")).isEqualTo("same page");
    }

    @Test
    void anAlertThatGoesOnOverMidnightSaysOnWhichDayItEnded() {
        // 00:10:00 and three seconds; 23:59:00 and 61 seconds
        watched.write(alert("early", "ana", 10, 3));
        watched.write(alert("late", "ben", 23 * 60 + 59, 61));

        browser.awaitText(row("late") + " .state", "61 events over the limit until 02 Jan 00:00, open");
        browser.awaitText(row("early") + " .state", "3 events over the limit until 00:10, open");
    }

    @Test
    void newestAlertIsOnTop() {
        watched.write(alert("old", "ben", 20, 1), alert("new", "ben", 30, 1), alert("middle", "ben", 25, 1));
        browser.await(page -> page.elements(row("middle")).size() == 1
                && page.elements(row("new")).size() == 1);

        List<?> order =
                (List<?>) browser.run("return [...document.querySelectorAll('#rows > li')].map(row => row.dataset.id)"
                        + ".filter(id => ['old', 'middle', 'new'].includes(id))");

        assertThat(order)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .containsExactly("new", "middle", "old");
    }

    @Test
    void withoutAnAmountInTheWatchNothingSpeaksOfRisk() {
        watched.write(alert("plain", "ben", 35, 1));
        browser.awaitText(row("plain"), "ben");

        assertThat(browser.element("#sorting").isDisplayed()).isFalse();
        assertThat(browser.text(row("plain") + " .risk")).isEmpty();
    }

    @Test
    void buttonFraudWritesFeedbackAndTheRowShowsIt() {
        watched.write(alert("stolen", "cyd", 40, 1));
        browser.awaitText(row("stolen"), "cyd");
        browser.element("#who").clear();
        browser.element("#who").sendKeys("Eva");
        browser.element(row("stolen") + " summary").click();
        browser.element(row("stolen") + " .comment input").sendKeys("reported <b>stolen</b>");

        browser.element(row("stolen") + " .fraud").click();

        browser.awaitText(row("stolen") + " .said", "Fraud · Eva");
        assertThat(browser.text(row("stolen") + " .said")).endsWith(": reported <b>stolen</b>");
        assertThat(pressed("stolen", ".fraud")).isEqualTo("true");
        assertThat(pressed("stolen", ".legitimate")).isEqualTo("false");
        assertThat(feedbackAbout("stolen")).singleElement().satisfies(said -> {
            assertThat(said.getLabel()).hasToString("FRAUD");
            assertThat(said.getEntity()).isEqualTo("cyd");
            assertThat(said.getWho()).isEqualTo("Eva");
            assertThat(said.getComment()).isEqualTo("reported <b>stolen</b>");
        });
    }

    @Test
    void answerCanBeGivenAndChangedWithTheKeyboard() {
        watched.write(alert("changed", "dan", 50, 1));
        browser.awaitText(row("changed"), "dan");

        browser.element(row("changed") + " .fraud").sendKeys(Keys.SPACE);
        browser.awaitText(row("changed") + " .said", "Fraud ·");
        browser.element(row("changed") + " .legitimate").sendKeys(Keys.ENTER);
        browser.awaitText(row("changed") + " .said", "Legitimate ·");

        assertThat(pressed("changed", ".fraud")).isEqualTo("false");
        assertThat(feedbackAbout("changed"))
                .extracting(said -> said.getLabel().name())
                .containsExactly("FRAUD", "LEGITIMATE");
    }

    @Test
    void hostileNamesStayText() {
        watched.write(alert("hostile", HOSTILE, 60, 1));
        browser.awaitText(row("hostile"), "<img src=x");

        assertThat(browser.text(row("hostile") + " .entity")).isEqualTo(HOSTILE);
        assertThat(browser.elements("#rows img, #rows script")).isEmpty();
        assertThat(browser.run("return document.title")).isEqualTo("Twinwatch");
    }

    @Test
    void pageComesBackByItselfAfterTheServiceWasRestarted() throws Exception {
        watched.write(alert("before", "eva", 70, 1));
        browser.awaitText(row("before"), "eva");
        browser.run("window.mark = 'same page'");

        watched.stopService();
        browser.awaitText("#notice", "Connection to the service lost");
        assertThat(browser.text("#pulse")).isEqualTo("reconnecting");
        assertThat(browser.text(row("before"))).as("what was seen stays").contains("eva");
        watched.write(alert("meanwhile", "fay", 80, 1));
        watched.startService();

        browser.awaitText(row("meanwhile"), "fay");
        browser.await(page -> page.elements(row("before")).size() == 1);
        browser.await(page -> !page.text("#notice").contains("lost"));
        assertThat(browser.run("return window.mark")).isEqualTo("same page");
    }

    private static String row(String alert) {
        return "#rows > li[data-id='" + alert + "']";
    }

    private String pressed(String alert, String button) {
        return String.valueOf(browser.element(row(alert) + " " + button).getDomAttribute("aria-pressed"));
    }

    private List<Feedback> feedbackAbout(String alert) {
        return watched.feedback().stream()
                .filter(said -> alert.equals(said.getAlertId()))
                .toList();
    }
}
