package ponte.app.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.web.Reader;

/** Tells by a browser's cookies who looks at a page, and in which language. */
@Component
class Readers {

  private static final String ME = "ponte-me";
  private static final String LANGUAGE = "ponte-language";

  /** The longest that browsers keep a cookie. */
  private static final Duration KEPT = Duration.ofDays(400);

  private final Directory directory;
  private final ZoneId zone;

  Readers(Directory directory, ZoneId zone) {
    this.directory = directory;
    this.zone = zone;
  }

  Reader reader(HttpServletRequest request) {
    var person = cookie(request, ME).flatMap(this::person).orElse(null);
    var language =
        chosen(request)
            .or(() -> Optional.ofNullable(person).map(Person::language))
            .orElseGet(() -> preferred(request));
    return new Reader(person, language, person == null ? zone : person.zone(), directory);
  }

  /** A reader of whom nothing is looked up, for pages that say that nothing can be. */
  Reader stranger(HttpServletRequest request) {
    var language = chosen(request).orElseGet(() -> preferred(request));
    return new Reader(null, language, zone, directory);
  }

  private static Optional<Language> chosen(HttpServletRequest request) {
    return cookie(request, LANGUAGE).map(Locale::forLanguageTag).flatMap(Language::of);
  }

  /** The person of this written id, if they can be spoken to. */
  Optional<Person> person(String id) {
    try {
      return directory.person(PersonId.parse(id)).filter(Person::isActive);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Remembers who somebody is. */
  static String remember(Person person) {
    return remember(ME, person.id().toString(), KEPT);
  }

  static String remember(Language language) {
    return remember(LANGUAGE, language.locale().getLanguage(), KEPT);
  }

  /** The language is the person's again. */
  static String forgetLanguage() {
    return remember(LANGUAGE, "", Duration.ZERO);
  }

  private static String remember(String name, String value, Duration time) {
    return ResponseCookie.from(name, URLEncoder.encode(value, StandardCharsets.UTF_8))
        .path("/")
        .httpOnly(true)
        .sameSite("Lax")
        .maxAge(time)
        .build()
        .toString();
  }

  private static Optional<String> cookie(HttpServletRequest request, String name) {
    var cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .filter(value -> !value.isEmpty())
            .flatMap(value -> decoded(value).stream())
            .findFirst();
  }

  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Language preferred(HttpServletRequest request) {
    var locales = request.getLocales();
    while (locales.hasMoreElements()) {
      var language = Language.of(locales.nextElement());
      if (language.isPresent()) {
        return language.get();
      }
    }
    return Language.ENGLISH;
  }
}
