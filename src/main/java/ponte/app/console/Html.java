package ponte.app.console;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import ponte.web.Door;

/** Answers of the console to a browser. */
final class Html {

  private static final MediaType TYPE = new MediaType("text", "html", StandardCharsets.UTF_8);

  private Html() {}

  static ResponseEntity<String> page(String html) {
    return page(HttpStatus.OK, html);
  }

  static ResponseEntity<String> page(HttpStatusCode status, String html) {
    return ResponseEntity.status(status)
        .contentType(TYPE)
        .cacheControl(CacheControl.noStore())
        .body(html);
  }

  /** After a form: the browser gets the page of this address anew. */
  static ResponseEntity<String> go(String address, String... cookies) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(address))
        .header(HttpHeaders.SET_COOKIE, cookies)
        .build();
  }

  /** To the page where one says who one is, and from there back. */
  static ResponseEntity<String> chooseFirst(HttpServletRequest request) {
    return go("/?next=" + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8));
  }

  /** The address, if it is one of the console's own pages; otherwise another. */
  static String local(String address, String otherwise) {
    return address.equals("/") || Door.leadsTo(address) ? address : otherwise;
  }
}
