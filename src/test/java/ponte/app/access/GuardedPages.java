package ponte.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import ponte.web.Door;

/** What holds for every page that the server has, also for those that nobody has thought of yet. */
interface GuardedPages {

  /** Of pages that are met before a person is: they have a mapping of nobody's. */
  Set<String> OTHERS = Set.of("/nowhere", "/console/console.css", "/actuator/health", "/chat;x=1");

  /** A browser in which an administrator has signed in. */
  Visitor administrator() throws Exception;

  List<RequestMappingHandlerMapping> mappings();

  /** The addresses of those mappings that take a method; what none names takes all. */
  private Set<String> addresses(boolean harmless) {
    var addresses = new TreeSet<String>();
    for (var mapping : mappings()) {
      for (var info : mapping.getHandlerMethods().keySet()) {
        if (takes(info, harmless)) {
          info.getPatternValues().forEach(pattern -> addresses.add(filled(pattern)));
        }
      }
    }
    return addresses;
  }

  private static boolean takes(RequestMappingInfo info, boolean harmless) {
    var methods = info.getMethodsCondition().getMethods();
    return methods.isEmpty() || methods.contains(RequestMethod.GET) == harmless;
  }

  private static String filled(String pattern) {
    return pattern.replaceAll("\\{\\w+:(\\w+)[^}]*}", "$1").replaceAll("\\{[^}]*}", "T1");
  }

  @Test
  default void tellsBrowsersWithEachAnswerWhatTheyMayNotDo() throws Exception {
    var visitor = administrator();
    var addresses = addresses(true);
    for (var door : Door.values()) {
      addresses.add(door.address());
    }
    addresses.addAll(OTHERS);

    assertThat(addresses).hasSizeGreaterThan(30);
    for (var address : addresses) {
      assertGuarded(address, visitor.get(address).headers());
    }
    assertGuarded("nobody's", new Visitor(visitor.address()).get("/chat").headers());
    assertGuarded("foreign", visitor.post("/chat", "https://evil.example").headers());
  }

  private static void assertGuarded(String address, HttpHeaders headers) {
    var told = headers.map();
    assertThat(headers.allValues("Content-Security-Policy"))
        .as("%s %s", address, told)
        .singleElement()
        .asString()
        .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "*", "data:", "http");
    assertThat(headers.allValues("X-Content-Type-Options")).as(address).containsExactly("nosniff");
    assertThat(headers.allValues("X-Frame-Options")).as(address).containsExactly("DENY");
    assertThat(headers.allValues("Referrer-Policy"))
        .as(address)
        .singleElement()
        .isIn("same-origin", "no-referrer");
    assertThat(headers.firstValue("Permissions-Policy").orElse(""))
        .as(address)
        .contains("camera=()");
    assertThat(headers.allValues("Strict-Transport-Security"))
        .as(address)
        .containsExactly("max-age=31536000");
    assertThat(headers.firstValue("Access-Control-Allow-Origin")).as(address).isEmpty();
    assertThat(headers.firstValue("Server")).as(address).isEmpty();
    assertThat(headers.firstValue("X-Powered-By")).as(address).isEmpty();
    for (var cookie : headers.allValues("Set-Cookie")) {
      assertThat(cookie).as(address).contains("HttpOnly", "Secure", "SameSite=Lax");
    }
  }

  @Test
  default void changesNothingForFormsOfOtherPages() throws Exception {
    var visitor = administrator();
    var addresses = addresses(false);

    assertThat(addresses).hasSizeGreaterThan(8);
    for (var address : addresses) {
      for (var header :
          List.of(
              new String[] {"X-Nothing", "told"},
              new String[] {"Origin", "null"},
              new String[] {"Origin", "https://evil.example"},
              new String[] {"Origin", "http://ponte.example.org"},
              new String[] {"Origin", "https://ponte.example.org.evil.example"},
              new String[] {"Sec-Fetch-Site", "same-site"},
              new String[] {"Sec-Fetch-Site", "cross-site"})) {
        var answer = visitor.send(address, header);
        assertThat(answer.statusCode()).as("%s %s", address, header[1]).isEqualTo(403);
        assertThat(answer.headers().allValues("Set-Cookie")).as(address).isEmpty();
      }
    }
  }
}
