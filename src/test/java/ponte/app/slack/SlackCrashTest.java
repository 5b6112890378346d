package ponte.app.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
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
import ponte.app.BesideOthers;
import ponte.app.Replica;
import ponte.app.Settings;
import ponte.bench.load.RememberingSlack;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.WorkspaceId;

/**
 * A real server under signed events, killed again and again: whatever it acknowledged has its
 * effect once. Slack sends again what was not acknowledged, and now and then what was.
 */
@BesideOthers
class SlackCrashTest {

  private static final int CRASHES = Integer.getInteger("ponte.crashes", 2);
  private static final int PEOPLE = 12;
  private static final int EVENTS_A_LIFE = 120;
  private static final int EVERY_QUESTION = 8;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long BEGINNING = 1_772_442_000;

  private final Random random = new Random(7);

  @Test
  void losesNothingAndAnswersNothingTwiceHoweverOftenItIsKilled(@TempDir Path data)
      throws Exception {
    var acknowledged = new ArrayList<Told>();
    try (var slack = new RememberingSlack(PEOPLE)) {
      Deque<Told> left = new ArrayDeque<>();
      IntStream.range(0, EVENTS_A_LIFE * (CRASHES + 1))
          .mapToObj(SlackCrashTest::told)
          .forEach(left::add);
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
        Map.of("PONTE_SLACK_BOT_TOKEN", "xoxb-1", "PONTE_SLACK_SIGNING_SECRET", Teller.SECRET),
        "--ponte.slack.address=" + slack.address());
  }

  /**
   * Tells what is left until so many are acknowledged; then, unless it is to live, it is killed.
   */
  private List<Told> tell(PonteProcess ponte, Deque<Told> left, int most, boolean lives)
      throws InterruptedException {
    var done = new ArrayList<Told>();
    try (var teller = new Teller()) {
      while (!left.isEmpty() && done.size() < most) {
        var next = left.peek();
        await()
            .pollDelay(Duration.ZERO)
            .atMost(PATIENCE)
            .until(() -> teller.isAcknowledged(ponte.address(), next));
        if (random.nextInt(10) == 0) {
          teller.isAcknowledged(ponte.address(), next);
        }
        done.add(left.remove());
      }
      if (!lives) {
        var unheard = left.peek();
        var killing = Thread.ofVirtual().start(ponte::kill);
        if (unheard != null && teller.isAcknowledged(ponte.address(), unheard)) {
          done.add(left.remove());
        }
        killing.join();
        ponte.awaitEnd();
      }
    }
    return done;
  }

  private static Told told(int number) {
    var second = BEGINNING + number;
    return number % EVERY_QUESTION == 0
        ? Told.question(number, person(number), "help", "help", second)
        : Told.message(number, person(number), 1, second);
  }

  private static int person(int number) {
    return 1 + number / EVERY_QUESTION % PEOPLE;
  }

  /** How many answers each person is to have, by the conversation with them. */
  private static Map<String, Integer> questions(List<Told> acknowledged) {
    var questions = new TreeMap<String, Integer>();
    acknowledged.stream()
        .filter(Told::isQuestion)
        .forEach(told -> questions.merge("DU" + person(told.number()), 1, Integer::sum));
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
          .isEqualTo(acknowledged.stream().filter(told -> !told.isQuestion()).count());
    }
  }
}
