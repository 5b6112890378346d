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
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import ponte.app.Replica;
import ponte.app.access.Access;
import ponte.app.access.SignedIn;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.directory.Role;
import ponte.directory.Roles;
import ponte.nlp.Language;
import ponte.web.Reader;
import ponte.web.Visit;

/**
 * Tells who looks at a page, as what, and in which language: by their session, or, where nobody
 * signs in, by a cookie that says whom they chose.
 */
@Component
class Readers {

  private static final String ME = "ponte-me";
  private static final String LANGUAGE = "ponte-language";

  /** The longest that browsers keep a cookie. */
  private static final Duration KEPT = Duration.ofDays(400);

  private final Directory directory;
  private final Access access;
  private final Roles roles;
  private final ZoneId zone;

  @Autowired
  Readers(Directory directory, Access access, Replica replica, ZoneId zone) {
    this(directory, access, replica.roles(), zone);
  }

  Readers(Directory directory, Access access, Roles roles, ZoneId zone) {
    this.directory = directory;
    this.access = access;
    this.roles = roles;
    this.zone = zone;
  }

  Reader reader(HttpServletRequest request) {
    var visit = visit(request);
    var person = visit.person();
    var language =
        chosen(request)
            .or(() -> Optional.ofNullable(person).map(Person::language))
            .orElseGet(() -> preferred(request));
    return new Reader(visit, language, person == null ? zone : person.zone(), directory);
  }

  private Visit visit(HttpServletRequest request) {
    return switch (access) {
      case Access.Local _ -> {
        var person = cookie(request, ME).flatMap(this::person).orElse(null);
        yield new Visit(person, localRole(person), false);
      }
      case Access.BySignIn _ -> {
        var person =
            SignedIn.of(request)
                .flatMap(signedIn -> directory.person(signedIn.person()))
                .filter(Person::isActive)
                .orElse(null);
        yield new Visit(person, person == null ? null : roles.of(person.id(), directory), true);
      }
    };
  }

  /** Where no administrator is named, whoever sits at this machine is one. */
  private @Nullable Role localRole(@Nullable Person person) {
    if (roles.administrators().isEmpty()) {
      return Role.ADMINISTRATOR;
    }
    return person == null ? null : roles.of(person.id(), directory);
  }

  /** A reader of whom nothing is looked up, for pages that say that nothing can be. */
  Reader stranger(HttpServletRequest request) {
    var language = chosen(request).orElseGet(() -> preferred(request));
    return new Reader(Visit.of(null), language, zone, directory);
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
