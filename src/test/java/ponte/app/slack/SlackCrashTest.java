package ponte.app.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.app.Replica;
import ponte.app.Settings;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.WorkspaceId;
import ponte.slack.installation.Token;
import ponte.slack.live.Signature;

/**
 * A real server under signed events, killed again and again: whatever it acknowledged has its
 * effect once. Slack sends again what was not acknowledged, and now and then what was.
 */
class SlackCrashTest {

  private static final int CRASHES = Integer.getInteger("ponte.crashes", 2);
  private static final int PEOPLE = 12;
  private static final int EVENTS_A_LIFE = 120;
  private static final int EVERY_QUESTION = 8;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String SECRET = "a signing secret";

  private final Signature signature = new Signature(new Token(SECRET), Clock.systemUTC());
  private final Random random = new Random(7);

  /** Something that Slack tells until it is acknowledged. */
  private record Told(int number, String body, boolean question) {

    int person() {
      return 1 + number / EVERY_QUESTION % PEOPLE;
    }
  }

  @Test
  void losesNothingAndAnswersNothingTwiceHoweverOftenItIsKilled(@TempDir Path data)
      throws Exception {
    var acknowledged = new ArrayList<Told>();
    try (var slack = new RememberingSlack(PEOPLE)) {
      Deque<Told> left = new ArrayDeque<>();
      IntStream.range(0, EVENTS_A_LIFE * (CRASHES + 1)).mapToObj(this::told).forEach(left::add);
      for (var life = 0; life <= CRASHES; life++) {
        try (var ponte = start(data, slack)) {
          var last = life == CRASHES;
          acknowledged.addAll(
              tell(ponte, left, last ? left.size() : 1 + random.nextInt(100), last));
          if (last) {
            await().atMost(PATIENCE).until(() -> answers(slack).equals(questions(acknowledged)));
          }
        }
      }

      assertThat(answers(slack)).isEqualTo(questions(acknowledged));
      assertNothingIsLeftToDo(data, acknowledged);
    }
  }

  private PonteProcess start(Path data, RememberingSlack slack) throws IOException {
    return PonteProcess.started(
        data,
        Map.of("PONTE_SLACK_BOT_TOKEN", "xoxb-1", "PONTE_SLACK_SIGNING_SECRET", SECRET),
        "--ponte.slack.address=" + slack.address());
  }

  /**
   * Tells what is left until so many are acknowledged; then, unless it is to live, it is killed.
   */
  private List<Told> tell(PonteProcess ponte, Deque<Told> left, int most, boolean lives)
      throws InterruptedException {
    var done = new ArrayList<Told>();
    try (var http = HttpClient.newHttpClient()) {
      while (!left.isEmpty() && done.size() < most) {
        var next = left.peek();
        await().atMost(PATIENCE).until(() -> isAcknowledged(http, ponte, next));
        if (random.nextInt(10) == 0) {
          isAcknowledged(http, ponte, next);
        }
        done.add(left.remove());
      }
      if (!lives) {
        var unheard = left.peek();
        var killing = Thread.ofVirtual().start(ponte::kill);
        if (unheard != null && isAcknowledged(http, ponte, unheard)) {
          done.add(left.remove());
        }
        killing.join();
        ponte.awaitEnd();
      }
    }
    return done;
  }

  /** False: it was not heard, or it cannot be known whether it was. */
  private boolean isAcknowledged(HttpClient http, PonteProcess ponte, Told told)
      throws InterruptedException {
    var now = Long.toString(Clock.systemUTC().instant().getEpochSecond());
    var request =
        HttpRequest.newBuilder(URI.create(ponte.address() + "/slack/events"))
            .header("Content-Type", "application/json")
            .header("X-Slack-Request-Timestamp", now)
            .header(
                "X-Slack-Signature",
                signature.of(now, told.body().getBytes(StandardCharsets.UTF_8)))
            .POST(BodyPublishers.ofString(told.body()))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private Told told(int number) {
    var question = number % EVERY_QUESTION == 0;
    var told = new Told(number, "", question);
    var where =
        question
            ? "\"channel\":\"DU" + told.person() + "\",\"channel_type\":\"im\""
            : "\"channel\":\"C1\",\"channel_type\":\"channel\"";
    return new Told(
        number,
        String.format(
            """
            {"type":"event_callback","team_id":"T1","event_id":"Ev%d","event_time":1772442000,\
            "is_ext_shared_channel":false,"event":{"type":"message",%s,"user":"U%d",\
            "text":"%s","ts":"%d.000100","event_ts":"%d.000100"}}""",
            number,
            where,
            told.person(),
            question ? "help" : "the deploy failed " + number,
            1_772_442_000 + number,
            1_772_442_000 + number),
        question);
  }

  /** How many answers each person is to have, by the conversation with them. */
  private static Map<String, Integer> questions(List<Told> acknowledged) {
    var questions = new TreeMap<String, Integer>();
    acknowledged.stream()
        .filter(Told::question)
        .forEach(told -> questions.merge("DU" + told.person(), 1, Integer::sum));
    return questions;
  }

  /** How many answers stand in each conversation; a word of patience that was left is one, too. */
  private static Map<String, Integer> answers(RememberingSlack slack) {
    var answers = new TreeMap<String, Integer>();
    slack.conversations().forEach((channel, texts) -> answers.put(channel, texts.size()));
    return answers;
  }

  private static void assertNothingIsLeftToDo(Path data, List<Told> acknowledged) {
    var channel = new ChannelId(new WorkspaceId("T1"), "C1");
    try (var ponte = Replica.open(data, Settings.fromEnvironment(), Clock.systemUTC())) {
      for (var topic : List.of("inbox", "requests", "outbox")) {
        var depth = ponte.queue().depth(topic);
        assertThat(depth.waiting() + depth.leased() + depth.buried()).as(topic).isZero();
      }
      assertThat(ponte.archive().extent(Audience.of(channel)).messages())
          .isEqualTo(acknowledged.stream().filter(told -> !told.question()).count());
    }
  }
}
