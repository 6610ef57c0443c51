package dev.twinwatch.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.NotFoundException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Chromium as the system has it, without a window; nothing is downloaded for it. Registered as an extension, one is open for all
 * tests of a class, and each of them fails where the page complained.
 */
final class Browser implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private @Nullable ChromeDriver opened;

    @Override
    public void beforeAll(ExtensionContext context) {
        opened = open();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(complaints())
                .filteredOn(complaint -> !complaint.contains("ERR_CONNECTION_REFUSED")
                        && !complaint.contains("ERR_INCOMPLETE_CHUNKED_ENCODING"))
                .isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (opened != null) {
            opened.quit();
        }
    }

    /** Where the system has no Chromium, the test is skipped and says so; under CI=true it fails. */
    private static ChromeDriver open() {
        Optional<Path> chromium =
                NAMES.stream().flatMap(name -> onPath(name).stream()).findFirst();
        Optional<Path> chromedriver = onPath("chromedriver");
        if (chromium.isEmpty() || chromedriver.isEmpty()) {
            String why = "no chromium and chromedriver on the PATH: apt-get install chromium chromium-driver";
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(why);
            }
            Assumptions.abort(why);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow().toFile());
        // Containers have no user namespaces for the sandbox and little shared memory.
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(service, options);
    }

    private static Optional<Path> onPath(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(file -> file.toFile().canExecute())
                .findFirst();
    }

    void visit(String address) {
        driver().get(address);
    }

    /** Waits for it; what is not there yet, or was replaced while it was looked at, is waited for too. */
    void await(Predicate<Browser> condition) {
        Awaitility.await()
                .atMost(LONGEST)
                .ignoreExceptionsMatching(
                        e -> e instanceof NotFoundException || e instanceof StaleElementReferenceException)
                .until(() -> condition.test(this));
    }

    /** Waits until the element shows these words. */
    void awaitText(String selector, String words) {
        await(browser -> browser.text(selector).contains(words));
    }

    String text(String selector) {
        return element(selector).getText();
    }

    WebElement element(String selector) {
        return driver().findElement(By.cssSelector(selector));
    }

    List<WebElement> elements(String selector) {
        return driver().findElements(By.cssSelector(selector));
    }

    Object run(String script) {
        Object result = ((JavascriptExecutor) driver()).executeScript(script);
        return result == null ? "null" : result;
    }

    /** What the page complained about since it was asked last: errors of scripts, refusals, and what its own policy forbade. */
    List<String> complaints() {
        return driver().manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    private ChromeDriver driver() {
        return Objects.requireNonNull(opened, "a browser is open while tests of its class run");
    }
}
