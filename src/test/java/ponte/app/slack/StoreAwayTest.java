package ponte.app.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import ponte.app.BesideOthers;
import ponte.app.PonteApplication;
import ponte.bench.load.RememberingSlack;
import ponte.redis.RedisServer;

/** A server whose Redis goes and comes back, and is away when it starts. */
@ExtendWith(OutputCaptureExtension.class)
@ResourceLock(BesideOthers.TRACES)
class StoreAwayTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http = HttpClient.newHttpClient();
  private String address = "";
  private String management = "";
  private int told;

  @Test
  void waitsForItInWordsAndGoesOnByItself(@TempDir Path data, CapturedOutput output)
      throws Exception {
    try (var redis = RedisServer.start();
        var slack = new RememberingSlack(3);
        var teller = new Teller()) {
      redis.kill();
      try (var server = start(redis, slack, data)) {
        reach(server);
        refuses(teller);
        assertThat(health()).contains("\"awaySince\":", "\"trouble\":");
        assertThat(page("en").body()).contains("Ponte cannot get at its data");
        assertThat(page("it").body()).contains("Ponte non raggiunge i suoi dati");

        redis.restart();
        answers(teller, slack);
        await().atMost(PATIENCE).until(() -> output.getAll().contains("the store is back"));
        assertThat(health())
            .contains(
                "\"persistence\":\"APPEND_ONLY\"",
                "\"evicting\":false",
                "\"requests\":{\"waiting\":")
            .doesNotContain("\"trouble\":", "xoxb-1", Teller.SECRET);

        redis.kill();
        refuses(teller);
        assertThat(page("it").statusCode()).isEqualTo(503);

        redis.restartEmpty();
        answers(teller, slack);
      }
    }
    assertThat(output.getAll().split("the store is away", -1)).as("twice").hasSize(3);
    assertThat(output.getAll()).as("no stack traces").doesNotContain("\tat ");
  }

  @Test
  void saysOnceAndInItsHealthByWhatRedisMayLoseEverything(@TempDir Path data, CapturedOutput output)
      throws Exception {
    try (var redis = RedisServer.startForgetful("--maxmemory-policy", "allkeys-lru");
        var slack = new RememberingSlack(3);
        var server = start(redis, slack, data)) {
      reach(server);

      await().atMost(PATIENCE).until(() -> output.getAll().contains("redis may lose what"));

      assertThat(output.getAll())
          .containsOnlyOnce("redis may lose what ponte gives it")
          .contains("set maxmemory-policy to noeviction", "set appendonly to yes");
      assertThat(health())
          .contains("\"persistence\":\"NONE\"", "\"evicting\":true", "it may evict keys");
    }
  }

  private static ConfigurableApplicationContext start(
      RedisServer redis, RememberingSlack slack, Path data) {
    return SpringApplication.run(
        PonteApplication.class,
        "--server.port=0",
        "--ponte.demo=false",
        "--ponte.data=" + data,
        "--ponte.store=redis",
        "--ponte.redis.nodes=" + redis.node(),
        "--ponte.redis.connect-timeout=500ms",
        "--ponte.redis.timeout=500ms",
        "--ponte.slack.bot-token=xoxb-1",
        "--ponte.slack.signing-secret=" + Teller.SECRET,
        "--ponte.slack.address=" + slack.address());
  }

  private void reach(ConfigurableApplicationContext server) {
    address = "http://localhost:" + server.getEnvironment().getProperty("local.server.port");
    management = "http://localhost:" + server.getEnvironment().getProperty("local.management.port");
  }

  private void refuses(Teller teller) throws Exception {
    await().atMost(PATIENCE).until(() -> teller.status(address, question()) == 503);
    await().atMost(PATIENCE).until(() -> status("/actuator/health") == 503);
    assertThat(status("/actuator/health/readiness")).isEqualTo(503);
    assertThat(status("/actuator/health/liveness"))
        .as("to start it again helps nobody")
        .isEqualTo(200);
    await().atMost(PATIENCE).until(() -> page("en").statusCode() == 503);
  }

  private void answers(Teller teller, RememberingSlack slack) throws Exception {
    var before = slack.words().size();
    var question = question();
    await().atMost(PATIENCE).until(() -> teller.isAcknowledged(address, question));
    await().atMost(PATIENCE).until(() -> slack.words().size() > before);
    await().atMost(PATIENCE).until(() -> status("/actuator/health") == 200);
    assertThat(status("/actuator/health/readiness")).isEqualTo(200);
    assertThat(page("en").statusCode()).isEqualTo(200);
  }

  private Told question() {
    told++;
    var second = Clock.systemUTC().instant().getEpochSecond();
    return Told.question(told, 1, "help", "help", second + told);
  }

  private int status(String path) throws IOException, InterruptedException {
    return get(management + path, "en").statusCode();
  }

  private String health() throws IOException, InterruptedException {
    return get(management + "/actuator/health", "en").body();
  }

  private HttpResponse<String> page(String language) throws IOException, InterruptedException {
    return get(address + "/", language);
  }

  private HttpResponse<String> get(String path, String language)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(path)).header("Accept-Language", language).build(),
        BodyHandlers.ofString());
  }
}
