package ponte.app.alike;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** How what a platform sends reaches Ponte. */
@FunctionalInterface
interface WayIn {

  /** Sends a request and gives the status of the answer. */
  int send(Map<String, String> headers, String body) throws Exception;

  /** To an address of a server on this machine. */
  static WayIn over(int port, String path) {
    var http = HttpClient.newHttpClient();
    return (headers, body) -> {
      var request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
              .POST(BodyPublishers.ofString(body));
      headers.forEach(request::header);
      return http.send(request.build(), BodyHandlers.ofString()).statusCode();
    };
  }

  /** To nobody, as long as no Ponte is there. */
  static int nowhere(Map<String, String> headers, String body) {
    throw new IllegalStateException("no Ponte is there to hear " + headers.keySet() + body);
  }
}
