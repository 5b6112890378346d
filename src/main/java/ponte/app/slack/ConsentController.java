package ponte.app.slack;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ponte.app.access.PageHeaders;
import ponte.nlp.Language;
import ponte.platform.PlatformUnavailableException;
import ponte.slack.installation.Consent;
import ponte.slack.installation.Consent.Outcome;

/** Where people add Ponte to their workspace. */
@RestController
@ConditionalOnProperty("ponte.slack.client-id")
class ConsentController {

  static final String INSTALL = "/slack/install";
  static final String REDIRECT = "/slack/oauth_redirect";

  private static final String COOKIE = "ponte-slack-state";

  private final Consent consent;

  ConsentController(Consent consent) {
    this.consent = consent;
  }

  @GetMapping(INSTALL)
  ResponseEntity<Void> install() {
    var departure = consent.begin();
    return ResponseEntity.status(HttpStatus.FOUND)
        .location(departure.page())
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.SET_COOKIE, cookie(departure.state(), true))
        .build();
  }

  @GetMapping(REDIRECT)
  ResponseEntity<String> back(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String code,
      @CookieValue(value = COOKIE, required = false) @Nullable String kept) {
    PageHeaders.needsOnlyItsStyle(response, ConsentPage.STYLE_HASH);
    var page = new ConsentPage(Language.of(request.getLocale()).orElse(Language.ENGLISH));
    try {
      return switch (consent.finish(state, kept, code)) {
        case Outcome.Installed installed -> page(HttpStatus.OK, page.installed(installed));
        case Outcome.Declined _ -> page(HttpStatus.OK, page.of("declined"));
        case Outcome.NotExpected _ -> page(HttpStatus.BAD_REQUEST, page.of("not-expected"));
        case Outcome.Refused(var error) -> page(HttpStatus.BAD_GATEWAY, page.refused(error));
      };
    } catch (PlatformUnavailableException e) {
      return page(HttpStatus.BAD_GATEWAY, page.of("no-answer"));
    }
  }

  private static ResponseEntity<String> page(HttpStatus status, String html) {
    return ResponseEntity.status(status)
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.SET_COOKIE, cookie("", false))
        .body(html);
  }

  private static String cookie(String value, boolean keep) {
    return ResponseCookie.from(COOKIE, value)
        .path("/slack/")
        .maxAge(keep ? Consent.PATIENCE.toSeconds() : 0)
        .httpOnly(true)
        .secure(true)
        .sameSite("Lax")
        .build()
        .toString();
  }
}
