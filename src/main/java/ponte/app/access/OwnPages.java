package ponte.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;

/**
 * What browsers tell of where a form comes from, against forms of foreign pages: they name the
 * origin of every form, and whether it is another site's (<https://www.w3.org/TR/fetch-metadata/>).
 */
public final class OwnPages {

  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  private OwnPages() {}

  /** Whether a request may change nothing, whoever made it. */
  public static boolean isHarmless(HttpServletRequest request) {
    return HARMLESS.contains(request.getMethod());
  }

  /** Whether nothing tells that it comes from a foreign page; a program tells nothing. */
  public static boolean maySend(HttpServletRequest request, Predicate<String> ownOrigin) {
    var site = request.getHeader("Sec-Fetch-Site");
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    return (site == null || site.equals("same-origin") || site.equals("none"))
        && (origin == null || ownOrigin.test(origin));
  }

  /** Whether something tells that it comes from an own page, and nothing that it does not. */
  public static boolean sent(HttpServletRequest request, Predicate<String> ownOrigin) {
    var told =
        request.getHeader("Sec-Fetch-Site") != null
            || request.getHeader(HttpHeaders.ORIGIN) != null;
    return told && maySend(request, ownOrigin);
  }
}
