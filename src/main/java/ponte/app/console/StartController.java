package ponte.app.console;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ponte.app.access.Access;
import ponte.nlp.Language;
import ponte.web.Pages;

/** Who are you, and in which language? */
@RestController
class StartController {

  private final Readers readers;
  private final Starts starts;
  private final Pages pages;
  private final Access access;

  StartController(Readers readers, Starts starts, Pages pages, Access access) {
    this.readers = readers;
    this.starts = starts;
    this.pages = pages;
    this.access = access;
  }

  @GetMapping("/")
  ResponseEntity<String> start(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String next,
      HttpServletRequest request) {
    return Html.page(pages.start(starts.page(readers.reader(request), q, next)));
  }

  @GetMapping("/colleagues")
  ResponseEntity<String> colleagues(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String next,
      HttpServletRequest request) {
    requireChoice();
    return Html.page(pages.colleagues(starts.page(readers.reader(request), q, next)));
  }

  @PostMapping("/me")
  ResponseEntity<String> choose(
      @RequestParam String person, @RequestParam(defaultValue = "") String next) {
    requireChoice();
    return readers
        .person(person)
        .map(
            chosen ->
                Html.go(
                    Html.local(next.isEmpty() ? "/chat" : next, "/chat"),
                    Readers.remember(chosen),
                    Readers.forgetLanguage()))
        .orElseGet(() -> Html.go("/"));
  }

  @PostMapping("/language")
  ResponseEntity<String> speak(
      @RequestParam String language,
      @RequestHeader(name = HttpHeaders.REFERER, defaultValue = "/") String from) {
    return Language.of(Locale.forLanguageTag(language))
        .map(chosen -> Html.go(Html.local(path(from), "/"), Readers.remember(chosen)))
        .orElseGet(() -> Html.go("/"));
  }

  /** Whoever signs in is who they are. */
  private void requireChoice() {
    if (access instanceof Access.BySignIn) {
      throw new MissingException();
    }
  }

  private static String path(String address) {
    try {
      return Optional.ofNullable(URI.create(address).getRawPath()).orElse("/");
    } catch (IllegalArgumentException e) {
      return "/";
    }
  }
}
