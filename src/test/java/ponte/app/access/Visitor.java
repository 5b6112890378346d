package ponte.app.access;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A browser that keeps its cookies, goes nowhere by itself, and takes this machine for secure. */
final class Visitor {

  private final Map<String, String> cookies = new TreeMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;

  Visitor(String address) {
    this.address = address;
  }

  String address() {
    return address;
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return exchange(request(path, headers).GET());
  }

  /** Sends a form as a browser does from a page of this origin. */
  HttpResponse<String> post(String path, String origin) throws Exception {
    return send(path, "Origin", origin);
  }

  HttpResponse<String> send(String path, String... headers) throws Exception {
    return exchange(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("topic=none&key=&form=f&text=help")));
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(address + path)).header("Accept-Language", "en");
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> exchange(HttpRequest.Builder request) throws Exception {
    var response = http.send(request.build(), BodyHandlers.ofString());
    for (var cookie : response.headers().allValues("Set-Cookie")) {
      var pair = cookie.replaceFirst(";.*", "").split("=", 2);
      keep(pair[0], pair[1]);
    }
    return response;
  }

  void keep(String cookie, String value) {
    cookies.put(cookie, value);
  }

  String session() {
    return cookies.getOrDefault("__Host-ponte-session", "");
  }

  static String location(HttpResponse<?> response) {
    return response.headers().firstValue("Location").orElse("");
  }

  /** What an address asks, by name. */
  static Map<String, String> query(String address) {
    return Arrays.stream(URI.create(address).getRawQuery().split("&"))
        .map(part -> part.split("=", 2))
        .collect(
            Collectors.toMap(
                part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
  }
}
