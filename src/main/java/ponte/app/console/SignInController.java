package ponte.app.console;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ponte.app.access.Access;
import ponte.app.access.Why;
import ponte.web.Pages;
import ponte.web.SignInPage;

/** The page where one signs in; what follows is Slack's or Microsoft's. */
@RestController
class SignInController {

  private final Readers readers;
  private final Pages pages;
  private final Access access;

  SignInController(Readers readers, Pages pages, Access access) {
    this.readers = readers;
    this.pages = pages;
    this.access = access;
  }

  @GetMapping("/sign-in")
  ResponseEntity<String> signIn(
      @RequestParam(defaultValue = "") String why,
      @RequestParam(defaultValue = "") String next,
      HttpServletRequest request) {
    if (!(access instanceof Access.BySignIn(_, var ways))) {
      throw new MissingException();
    }
    var reader = readers.reader(request);
    if (reader.person() != null) {
      return Html.go(Html.local(next, "/"));
    }
    var reason = Why.of(why);
    var page =
        new SignInPage(
            reader,
            ways.stream()
                .map(way -> new SignInPage.Way(way.key(), way.address() + query(next)))
                .toList(),
            reason.map(Why::key).orElse(null));
    return Html.page(reason.map(Why::status).orElse(HttpStatus.OK), pages.signIn(page));
  }

  private static String query(String next) {
    var local = Html.local(next, "");
    return local.isEmpty() ? "" : "?next=" + URLEncoder.encode(local, StandardCharsets.UTF_8);
  }
}
