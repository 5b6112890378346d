package ponte.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ponte.app.Imports;
import ponte.slack.sync.SlackReading;
import ponte.store.Entry;

/** What an administrator does. */
class ConsoleAdministrationTest extends ConsoleServer {

  @Test
  void letsAnAdministratorDecideWhatBecomesOfWhatWasGivenUp() throws Exception {
    for (var key : List.of("look/a", "look/b", "look/c")) {
      queue.add(List.of(new Entry(SlackReading.TOPIC, "", key, "{}", Instant.EPOCH)));
      var lease = queue.lease(SlackReading.TOPIC, key, Duration.ofMinutes(1)).orElseThrow();
      queue.bury(lease, "missing_scope " + key);
    }
    assertThat(get("/").body()).contains("<a href=\"/dead-letters\">3 things were given up</a>");
    assertThat(get("/dead-letters").body())
        .contains("Not read from the platform", "missing_scope look/a", "tried once");

    var one = Map.of("topic", SlackReading.TOPIC, "key", "look/b");
    assertThat(location(post("/dead-letters/replay", one))).isEqualTo("/dead-letters");
    assertThat(queue.lease(SlackReading.TOPIC, 9, Duration.ofMinutes(1)))
        .extracting(lease -> lease.entry().key())
        .containsExactly("look/b");
    assertThat(get("/dead-letters").body()).doesNotContain("look/b");

    var all = Map.of("topic", SlackReading.TOPIC, "key", "");
    assertThat(location(post("/dead-letters/discard", all))).isEqualTo("/dead-letters");
    assertThat(get("/dead-letters").body()).contains("Nothing was given up.");
    assertThat(get("/audit").body())
        .contains("What was done", "1 dead letter was tried again or discarded");
    assertThat(queue.depth(SlackReading.TOPIC).buried()).isZero();
  }

  @Test
  void hasAScorecardWithWhatDrawsIt() throws Exception {
    be(MARCO);

    assertThat(get("/scorecard?days=90").body())
        .contains("Pagella", "/console/charts.js", "Ultimi 365 giorni");
    assertThat(get("/console/charts.js").statusCode()).isEqualTo(200);
    assertThat(get("/webjars/uplot/1.6.30/dist/uPlot.iife.min.js").statusCode()).isEqualTo(200);
    assertThat(get("/scorecard?days=7").statusCode()).isEqualTo(404);
    assertThat(get("/scorecard?channel=" + WORKSPACE + "/NOWHERE").statusCode()).isEqualTo(404);
  }

  @Test
  void takesNothingButAZip() throws Exception {
    var boundary = "----ponte";
    var body =
        "--"
            + boundary
            + "\r\n"
            + "Content-Disposition: form-data; name=\"export\"; filename=\"my notes.zip\"\r\n\r\n"
            + "no zip\r\n"
            + "--"
            + boundary
            + "--\r\n";

    browser.send(
        request("/imports")
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
    await().until(() -> imports.status() instanceof Imports.Status.Failed);

    assertThat(get("/").body()).contains("This export cannot be loaded", "my notes.zip");
    assertThat(get("/").body()).contains("value=\"" + NIALL + "\"");
  }

  @Test
  void saysWhatIsMissingOnTheWholePageWhereNoFileWasSent() throws Exception {
    var boundary = "----ponte";
    var refused =
        browser.send(
            request("/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString("--" + boundary + "--\r\n"))
                .build(),
            BodyHandlers.ofString());

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("value=\"" + NIALL + "\"", "id=\"upload\"");
  }
}
