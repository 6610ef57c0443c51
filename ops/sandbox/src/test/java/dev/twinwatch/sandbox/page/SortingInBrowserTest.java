package dev.twinwatch.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The order of the alerts, where the watch names an amount. */
class SortingInBrowserTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    private ShownPage shown;

    @BeforeEach
    void showThreeAlerts() {
        shown = new ShownPage();
        take("old", 10, 500);
        take("middle", 20, 20.25);
        take("new", 30, 300);
        browser.visit(shown.address());
        browser.await(page -> page.elements("#rows > li").size() == 3
                && page.element("#sorting").isDisplayed());
    }

    @AfterEach
    void close() {
        shown.close();
    }

    @Test
    void eachRowSaysWhatIsAtRiskAndTheNewestIsFirst() {
        assertThat(order()).containsExactly("new", "middle", "old");
        assertThat(browser.text("#rows > li[data-id='middle'] .risk")).isEqualTo("20.3 at risk");
    }

    @Test
    void theMostAtRiskIsFirstWhereAPersonWantsThatAndTheNewestAgainAfterwards() {
        choose("risk");
        assertThat(order()).containsExactly("old", "new", "middle");

        choose("time");
        assertThat(order()).containsExactly("new", "middle", "old");
    }

    @Test
    void alertsThatComeOrGrowFindTheirPlaceByWhatIsAtRisk() {
        choose("risk");

        take("next", 40, 400);
        browser.await(page -> order().equals(List.of("old", "next", "new", "middle")));
        take("middle", 20, 1000);

        browser.await(page -> order().equals(List.of("middle", "old", "next", "new")));
    }

    @Test
    void aRowInWhichSomebodyIsAtWorkIsNotMovedUnderTheirHands() {
        choose("risk");
        browser.element("#rows > li[data-id='middle'] summary").click();
        browser.element("#rows > li[data-id='middle'] .comment input").sendKeys("card ");

        take("middle", 20, 1000);
        browser.awaitText("#rows > li[data-id='middle'] .risk", "1,000.0 at risk");

        assertThat(order()).containsExactly("old", "new", "middle");
        assertThat(browser.run("return document.activeElement.value")).isEqualTo("card ");
    }

    private void take(String id, int minute, double atRisk) {
        shown.recent.take(
                Alert.newBuilder(Watched.alert(id, "ana", minute, 1))
                        .setAmount(atRisk)
                        .setValueAtRisk(atRisk)
                        .build(),
                0);
    }

    private void choose(String order) {
        browser.element("#sort option[value='" + order + "']").click();
    }

    private List<String> order() {
        Object ids = browser.run("return [...document.querySelectorAll('#rows > li')].map(row => row.dataset.id)");
        return ((List<?>) ids).stream().map(String::valueOf).toList();
    }
}
