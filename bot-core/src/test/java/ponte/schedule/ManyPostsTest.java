package ponte.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.archive.Chat;
import ponte.bot.Asker;
import ponte.conversation.Channel;
import ponte.conversation.TimeSpan;
import ponte.digest.Cited;
import ponte.digest.Digest;
import ponte.nlp.Language;
import ponte.store.InMemoryRecords;

/** More posts than are read at once. */
class ManyPostsTest {

  private static final Chat DEV = Chat.in("dev");
  private static final int POSTS = 7;

  private final PostedDigests posted =
      new PostedDigests(new InMemoryRecords(TestClock.at(Chat.START)), 3);

  @BeforeEach
  void post() {
    IntStream.range(0, POSTS).forEach(day -> posted.add(post(day)));
  }

  @Test
  void areAllKnownTheLatestFirst() {
    assertThat(posted.in(DEV.channel().workspace()).stream().map(PostedDigests.Posted::delivery))
        .containsExactly("day 6", "day 5", "day 4", "day 3", "day 2", "day 1", "day 0");
    assertThat(posted.in(DEV.channel()).stream().map(DigestPost::delivery))
        .containsExactly("day 6", "day 5", "day 4", "day 3", "day 2", "day 1", "day 0");
  }

  @Test
  void areAllFoundByAMessageThatTheyRestOn() {
    assertThat(posted.citing(DEV.id(1))).hasSize(POSTS);
  }

  @Test
  void areAllForgotten() {
    posted.forget(DEV.channel().workspace());

    assertThat(posted.in(DEV.channel().workspace())).isEmpty();
    assertThat(posted.in(DEV.channel())).isEmpty();
  }

  private static DigestPost post(int day) {
    Instant at = Chat.START.plus(Duration.ofDays(day));
    var channel = new Channel(DEV.channel(), "dev", Channel.Visibility.PUBLIC, "", "", false);
    var digest =
        new Digest(
            List.of(channel),
            TimeSpan.before(at, Duration.ofDays(1)),
            5,
            2,
            List.of(),
            List.of(),
            List.of());
    return DigestPost.of(
            "day " + day,
            DEV.channel(),
            at,
            new Asker(null, DEV.audience(), Language.ENGLISH, ZoneOffset.UTC),
            new DigestPost.Origin.SharedBy(Chat.person("ada")),
            digest)
        .resting(List.of(new Cited(DEV.id(1), null)), Map.of());
  }
}
