package dev.twinwatch.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Outcome;
import dev.twinwatch.contracts.Score;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The list of events for review: each test has a page of its own, all have one browser. */
class ReviewsInBrowserTest {
    private static final String HOSTILE = "<img src=x onerror=\"document.title='hit'\">";

    @RegisterExtension
    static final Browser browser = new Browser();

    private ShownPage shown;

    @BeforeEach
    void serve() {
        shown = new ShownPage();
    }

    @AfterEach
    void close() {
        shown.close();
    }

    @Test
    void withoutEventsForReviewThereIsNoList() {
        browser.visit(shown.address());
        browser.await(page -> !page.text("#watch").isEmpty());

        assertThat(browser.element("#reviews").isDisplayed()).isFalse();
    }

    @Test
    void eventsForReviewAreListedNewestFirstWithTheirScores() {
        shown.reviews.take(score("ana", "p-1"));
        shown.reviews.take(score("ben", "p-2"));

        browser.visit(shown.address());

        browser.await(page -> page.elements(".review").size() == 2);
        assertThat(browser.elements(".review .entity"))
                .extracting(entity -> entity.getText())
                .containsExactly("ben", "ana");
        assertThat(browser.text(".review .event")).isEqualTo("event p-2, 01 Jan 00:10, score -1.0, limit 4.5");
    }

    @Test
    void whatIsSaidOfAnEventIsSentAndNoLongerAsked() {
        shown.reviews.take(score("ana", "p-1"));
        browser.visit(shown.address());
        browser.awaitText(".review .entity", "ana");
        browser.element("#who").clear();
        browser.element("#who").sendKeys("Eva");

        browser.element(".review .legitimate").click();

        browser.await(page -> !shown.answers.isEmpty());
        assertThat(shown.answers).singleElement().satisfies(said -> {
            assertThat(said.getEntity()).isEqualTo("ana");
            assertThat(said.getEventId()).isEqualTo("p-1");
            assertThat(said.getAlertId()).isNull();
            assertThat(said.getLabel()).hasToString("LEGITIMATE");
            assertThat(said.getWho()).isEqualTo("Eva");
        });
        browser.await(page -> !page.element("#reviews").isDisplayed());
    }

    @Test
    @Tag("long")
    void oneMoreEventDoesNotTakeTheFocusFromTheOthers() {
        shown.reviews.take(score("ana", "p-1"));
        browser.visit(shown.address());
        browser.awaitText(".review .entity", "ana");
        browser.run("document.querySelector('.review .fraud').focus()");

        shown.reviews.take(score("ben", "p-2"));

        browser.awaitText(".review .entity", "ben");
        assertThat(browser.run(
                        "return document.activeElement.closest('.review')?.querySelector('.entity').textContent"))
                .isEqualTo("ana");
    }

    @Test
    void hostileNamesStayText() {
        shown.reviews.take(score(HOSTILE, HOSTILE));

        browser.visit(shown.address());

        browser.awaitText(".review .entity", HOSTILE);
        assertThat(browser.elements("#review-rows img")).isEmpty();
        assertThat(browser.run("return document.title")).isEqualTo("Twinwatch");
    }

    private static Score score(String entity, String event) {
        return Score.newBuilder()
                .setEntity(entity)
                .setEventId(event)
                .setEventTime(Instant.parse("2026-01-01T00:10:00Z"))
                .setOutcome(Outcome.SCORED)
                .setEvidence(-1.0)
                .setLimit(4.5)
                .setReview(true)
                .setSourceTopic("payments")
                .setSourcePartition(0)
                .setSourceOffset(1)
                .build();
    }
}
