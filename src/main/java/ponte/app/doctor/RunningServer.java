package ponte.app.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who listens where the server of these settings does or would. */
public sealed interface RunningServer {

  Duration PATIENCE = Duration.ofSeconds(10);

  /** Nobody: a server can be started. */
  record Nobody() implements RunningServer {}

  /**
   * A Ponte.
   *
   * @param health what it says of itself
   */
  record Ponte(JsonNode health) implements RunningServer {}

  /** Somebody else. */
  record Another() implements RunningServer {}

  /**
   * Where a server listens, as it is set.
   *
   * @param healthHost where it tells its health
   */
  record Place(String host, int port, String healthHost, int healthPort) {}

  /** Asks on this machine. */
  static RunningServer at(HttpClient http, Place place) {
    try {
      var address =
          URI.create(
              "http://" + here(place.healthHost()) + ":" + place.healthPort() + "/actuator/health");
      var answer =
          http.send(
              HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofString());
      var health = JsonMapper.shared().readTree(answer.body());
      return health.path("components").has("store") ? new Ponte(health) : new Another();
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      return isFree(here(place.host()), place.port()) ? new Nobody() : new Another();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Another();
    }
  }

  private static String here(String host) {
    return host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
  }

  private static boolean isFree(String host, int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
