package ponte.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import ponte.app.Imports;
import ponte.nlp.Language;
import ponte.web.Pages;
import ponte.web.Reader;
import ponte.web.SignInPage;
import ponte.web.Visit;

/**
 * The console in a real browser, where this system has one: every page is accessible, runs nothing
 * foreign and can be used by the keyboard alone. The demo is moved to the days before today, since
 * pages that look back from now would be empty one day.
 */
@TestPropertySource(properties = "ponte.demo=true")
class ConsoleInBrowserTest extends ConsoleServer {

  /** The rules of WCAG 2.2, levels A and AA. */
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final Pattern ENTRY = Pattern.compile("id=\"entry-(\\d+)\"");

  private static final Map<Look, BrowserContext> BROWSING = new HashMap<>();

  private static @Nullable Chromium chromium;

  @Autowired private Pages pages;

  /** A page more is a line more, with what is there as soon as it shows all it has to. */
  static Stream<Arguments> pages() {
    var today = LocalDate.now(ZoneOffset.UTC);
    return Stream.of(
        arguments("/", "main"),
        arguments("/chat", "main"),
        arguments("/digests", "main li"),
        arguments(DIGEST + "?from=" + today.minusDays(27) + "&to=" + today, "main .take"),
        arguments("/archive/" + WORKSPACE + "/C0DEMO02", "main article"),
        arguments("/home", "main"),
        arguments("/schedules", "main"),
        arguments("/trends?days=28", ".trends table"),
        arguments("/trends/questions", ".asked li"),
        arguments("/map?days=366", "#map[data-state=ready]"),
        arguments("/map?topic=zeppelin&days=90", "main .note"),
        arguments("/map/channels", "main li h3"),
        arguments("/scorecard?days=90", ".measures"),
        arguments("/settings", "main table"),
        arguments("/dead-letters", "main"),
        arguments("/audit", "main"),
        arguments("/nowhere", "main"));
  }

  /** How it is looked at. */
  private record Look(String language, ColorScheme colours, int width, int height) {}

  /** Each language, each colours and each width with each page, not each with each other. */
  private static final List<Look> LOOKS =
      List.of(
          new Look("en", ColorScheme.LIGHT, 1280, 800), new Look("it", ColorScheme.DARK, 360, 740));

  @BeforeAll
  static void start() {
    var program = Chromium.program();
    assumeTrue(
        program.isPresent(),
        "no Chromium: set PONTE_CHROMIUM to one, or install it, to test the pages in a browser");
    chromium = Chromium.start(program.orElseThrow());
  }

  @AfterAll
  static void stop() {
    BROWSING.clear();
    if (chromium != null) {
      chromium.close();
    }
  }

  /** It comes by itself. */
  @BeforeEach
  @Override
  void theDemoWorkspaceIsThere() {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> imports.status() instanceof Imports.Status.Finished);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageIsForEverybody(String path, String shown) {
    isForEverybody(path, shown);
  }

  @Test
  void whatIsPlannedIsForEverybody() throws Exception {
    be(CHIARA);
    plans("discussion #infra: which tool would you not want to miss?");
    plans("poll #caffe: which day suits you? Monday / Tuesday");

    isForEverybody("/seeds", "main .card button");
  }

  private void plans(String wish) throws Exception {
    post("/chat", Map.of("form", form(get("/chat").body()), "text", wish));
    var entries = ENTRY.matcher(get("/chat").body()).results().map(found -> found.group(1));
    var latest = entries.reduce((_, next) -> next).orElseThrow();
    post("/chat/press", Map.of("entry", latest, "button", "0"));
  }

  private void isForEverybody(String path, String shown) {
    var wrong = new ArrayList<String>();
    for (var look : LOOKS) {
      var page = browsing(look).newPage();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error") && !path.equals("/nowhere")) {
              wrong.add(look + " says " + message.text());
            }
          });
      page.onPageError(error -> wrong.add(look + " fails: " + error));
      page.navigate(address(path));
      page.waitForSelector(shown);
      page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)");

      new AxeBuilder(page)
          .withTags(RULES).analyze().getViolations().stream()
              .map(rule -> look + " breaks " + told(rule))
              .forEach(wrong::add);
      if (isWiderThanTheScreen(page)) {
        wrong.add(look + " is wider than its screen");
      }
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo(look.language());
      page.close();
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theMapIsDrawnAndMovedAndSearchedByKeys() {
    try (var page = browsing(LOOKS.getFirst()).newPage()) {
      page.navigate(address("/map?days=366"));
      page.waitForSelector("#map[data-state=ready]");
      var found = page.locator("#map-found");
      page.locator("#map").focus();

      page.keyboard().press("n");
      var first = found.textContent();
      page.keyboard().press("n");
      assertThat(found.textContent()).isNotBlank().isNotEqualTo(first);
      page.keyboard().press("Escape");
      assertThat(found.textContent()).isEmpty();

      var before = ratio(page);
      page.keyboard().press("+");
      page.waitForCondition(() -> ratio(page) < before);

      page.locator("#map-find").fill("aoife");
      page.keyboard().press("Enter");
      assertThat(found.textContent()).startsWith("Aoife");
      page.locator("#map-find").fill("zeppelin");
      page.keyboard().press("Enter");
      assertThat(found.textContent()).isEqualTo("Nobody of that name is on the map.");

      var group = page.locator("[data-group]").first();
      group.focus();
      page.keyboard().press("Enter");
      assertThat(group.getAttribute("aria-pressed")).isEqualTo("true");

      var infra = page.locator("select[name=channel] option").getByText("#infra");
      assertThat(infra.getAttribute("value")).startsWith(WORKSPACE + "/");
      page.navigate(address("/map?days=366&channel=" + infra.getAttribute("value")));
      assertThat(page.locator("h1").textContent()).contains("in #infra");
    }
  }

  private static double ratio(Page page) {
    return ((Number) page.evaluate("ponteMap.getCamera().ratio")).doubleValue();
  }

  @ParameterizedTest
  @CsvSource({"**/map/data**, could not be loaded", "**/sigma-*.js, could not draw the map"})
  void aMapThatCannotBeDrawnIsSaidAndIsATable(String missing, String said) {
    try (var page = browsing(LOOKS.getFirst()).newPage()) {
      page.route(missing, Route::abort);
      page.navigate(address("/map?days=366"));
      page.waitForSelector("#map[data-state=failed]");

      assertThat(page.locator("#map-found").textContent()).contains(said);
      assertThat(page.locator("#map-table tbody tr").first().isVisible()).isTrue();
      assertThat(page.locator("#map-table tbody tr").first().locator("td").last().textContent())
          .isNotBlank();
    }
  }

  /** Here nobody signs in; the page is the same where they do. */
  @Test
  void thePageToSignInIsForEverybody() {
    var broken = new ArrayList<String>();
    for (var look : LOOKS) {
      var language = Language.of(Locale.forLanguageTag(look.language())).orElseThrow();
      var reader = new Reader(Visit.of(null), language, ZoneOffset.UTC, directory);
      var ways = List.of(new SignInPage.Way("slack", "/sign-in/slack"));
      var html = pages.signIn(new SignInPage(reader, ways, "ended"));
      try (var page = browsing(look).newPage()) {
        page.route(
            "**/sign-in",
            route ->
                route.fulfill(
                    new Route.FulfillOptions().setContentType("text/html").setBody(html)));
        page.navigate(address("/sign-in"));

        new AxeBuilder(page)
            .withTags(RULES).analyze().getViolations().stream()
                .map(rule -> look + " breaks " + told(rule))
                .forEach(broken::add);
        assertThat(isWiderThanTheScreen(page)).as(look.toString()).isFalse();
        assertThat(page.locator("h1").count()).isEqualTo(1);
      }
    }
    assertThat(broken).isEmpty();
  }

  private static String told(Rule rule) {
    return rule.getId()
        + " ("
        + rule.getHelp()
        + "): "
        + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
  }

  private static boolean isWiderThanTheScreen(Page page) {
    return (boolean)
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  @Test
  void oneGetsFromTheFirstPageToAnAnswerByTheKeyboardAlone() {
    try (var context = chromium().newContext(new Browser.NewContextOptions().setLocale("en-GB"))) {
      var page = context.newPage();
      page.navigate(address("/"));
      awaitFocus(page, "input");
      page.keyboard().type("aoife");
      page.waitForCondition(() -> page.locator(".colleague").count() == 1);
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      page.waitForURL("**/chat");

      awaitFocus(page, "textarea");
      page.keyboard().type("who knows about kafka?");
      page.keyboard().press("Enter");
      page.waitForSelector("text=Dario");

      page.locator(".menu summary").focus();
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      page.waitForURL("**/schedules");
      assertThat(page.locator("h1").textContent()).isEqualTo("Schedules");
    }
  }

  /** A browser gives a page its focus after the page has loaded: what is typed before is lost. */
  private static void awaitFocus(Page page, String element) {
    page.waitForSelector(element + ":focus");
  }

  @Test
  void theMenuOpensWithinTheScreenOfAPhone() {
    var phone = LOOKS.getLast();
    try (var context = context(phone)) {
      var page = context.newPage();
      page.navigate(address("/chat"));

      page.locator(".menu summary").click();

      var menu = page.locator(".menu nav").boundingBox();
      assertThat(menu.x).isNotNegative();
      assertThat(menu.x + menu.width).isLessThanOrEqualTo(phone.width());
    }
  }

  @Test
  void theWayBySkippingLeadsPastTheBar() {
    try (var context = context(LOOKS.getFirst())) {
      var page = context.newPage();
      page.navigate(address("/digests"));

      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");

      assertThat((boolean) page.evaluate("document.activeElement.closest('main') !== null"))
          .isTrue();
    }
  }

  /** One for all pages: making one takes longer than a page. */
  private BrowserContext browsing(Look look) {
    return BROWSING.computeIfAbsent(look, this::context);
  }

  private BrowserContext context(Look look) {
    var context =
        chromium()
            .newContext(
                new Browser.NewContextOptions()
                    .setColorScheme(look.colours())
                    .setViewportSize(look.width(), look.height()));
    context.addCookies(
        List.of(cookie("ponte-me", CHIARA), cookie("ponte-language", look.language())));
    return context;
  }

  private Cookie cookie(String name, String value) {
    return new Cookie(name, URLEncoder.encode(value, StandardCharsets.UTF_8)).setUrl(address("/"));
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  private static Browser chromium() {
    if (chromium == null) {
      throw new IllegalStateException("the tests run without a browser");
    }
    return chromium.browser();
  }
}
