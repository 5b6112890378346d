package ponte.app.doctor;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Whether a server runs, or could; and what a running one says of itself. */
public final class ServerCheck implements Check {

  private final RunningServer server;
  private final String host;
  private final int port;

  public ServerCheck(RunningServer server, String host, int port) {
    this.server = server;
    this.host = host;
    this.port = port;
  }

  @Override
  public void look(Findings findings) {
    switch (server) {
      case RunningServer.Nobody _ -> findings.ok("server", "free", host, Integer.toString(port));
      case RunningServer.Another _ ->
          findings.failure("server", "another", host, Integer.toString(port));
      case RunningServer.Ponte(var health) -> {
        var away = 0;
        for (var part : health.path("components").properties()) {
          var status = part.getValue().path("status").asString("");
          if (status.equals("DOWN") || status.equals("OUT_OF_SERVICE")) {
            away++;
            findings.failure("server", "part-away", part.getKey(), trouble(part.getValue()));
          } else if (status.equals("LIMITED")) {
            away++;
            findings.warning(
                "server", "part-limited", part.getKey(), words(part.getValue().path("details")));
          }
        }
        if (away == 0) {
          findings.ok("server", "runs", host, Integer.toString(port));
        }
        letters(findings, health.path("components").path("store").path("details").path("queues"));
      }
    }
  }

  private static String trouble(JsonNode part) {
    var details = part.path("details");
    return details.path("trouble").asString(details.path("error").asString(""));
  }

  private static String words(JsonNode details) {
    return details.properties().stream()
        .map(each -> each.getKey() + " " + each.getValue().asString(""))
        .collect(Collectors.joining(", "));
  }

  private static void letters(Findings findings, JsonNode queues) {
    var buried = 0L;
    for (var topic : queues) {
      buried += topic.path("buried").asLong(0);
    }
    StateCheck.letters(findings, buried);
  }
}
