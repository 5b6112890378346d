package ponte.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.archive.InMemoryArchive;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.Message;
import ponte.conversation.MessageId;

class TimelinesTest {

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final int DAY = 24 * 60;

  private final Chat chat = Chat.in("general");
  private final Channel channel = Solfalda.OPEN;
  private final InMemoryArchive archive = new InMemoryArchive();
  private final Timelines timelines = new Timelines(archive);

  @Test
  void showsThreadsBelowWhatOpenedThem() {
    archive.apply(
        List.of(
            chat.posts(0, "ada", "who knows about kafka?"),
            chat.posts(5, "carla", "lunch"),
            Chat.posted(chat.replies(9, 0, "bruno", "me"))));

    var timeline = timelines.latest(channel, chat.audience(), ROME);

    assertThat(posts(timeline))
        .extracting(post -> post.message().id())
        .containsExactly(chat.id(0), chat.id(5));
    assertThat(posts(timeline).getFirst().replies())
        .extracting(Message::id)
        .containsExactly(chat.id(9));
  }

  @Test
  void findsAReplyInItsThreadWithTheChannelAround() {
    archive.apply(IntStream.range(0, 100).mapToObj(i -> chat.posts(i * 60, "p" + i, "x")).toList());
    archive.apply(List.of(Chat.posted(chat.replies(90.5 * 60, 50 * 60, "bruno", "late reply"))));

    var reply = chat.id(90.5 * 60);
    var timeline = timelines.around(channel, reply, chat.audience(), ROME).orElseThrow();

    assertThat(timeline.target()).isEqualTo(reply);
    var posts = posts(timeline);
    assertThat(posts).hasSize(Timelines.PAGE);
    assertThat(posts.get(Timelines.CONTEXT).message().id()).isEqualTo(chat.id(50 * 60));
    assertThat(posts.get(Timelines.CONTEXT).replies())
        .extracting(Message::id)
        .containsExactly(reply);
    assertThat(posts.get(Timelines.CONTEXT).related()).isTrue();
    assertThat(posts.get(Timelines.CONTEXT + 1).related()).isFalse();
  }

  @Test
  void turnsPagesWithoutLosingOrRepeatingAMessage() {
    archive.apply(IntStream.range(0, 95).mapToObj(i -> chat.posts(i, "p" + i, "x")).toList());

    var last = timelines.latest(channel, chat.audience(), ROME);
    var middle = timelines.before(channel, requireNonNull(last.older()), chat.audience(), ROME);
    var first = timelines.before(channel, requireNonNull(middle.older()), chat.audience(), ROME);

    assertThat(first.older()).isNull();
    assertThat(last.newer()).isNull();
    assertThat(IntStream.range(0, 95).mapToObj(chat::id).toList())
        .isEqualTo(
            List.of(first, middle, last).stream()
                .flatMap(page -> posts(page).stream())
                .map(post -> post.message().id())
                .toList());
    assertThat(
            posts(timelines.from(channel, requireNonNull(middle.newer()), chat.audience(), ROME)))
        .extracting(post -> post.message().id())
        .isEqualTo(posts(last).stream().map(post -> post.message().id()).toList());
  }

  @Test
  void startsADayAtMidnightOfTheReadersClock() {
    // 08:00 UTC and 14 h 59 min later it is 23:59 in Rome; a minute more is the next day there.
    archive.apply(
        List.of(
            chat.posts(0, "ada", "morning"),
            chat.posts(14 * 60 + 59, "bruno", "late"),
            chat.posts(15 * 60, "carla", "midnight"),
            chat.posts(2 * DAY, "dario", "later")));

    var timeline = timelines.on(channel, LocalDate.of(2026, 3, 3), chat.audience(), ROME);

    assertThat(timeline.days())
        .extracting(Timeline.Day::date)
        .containsExactly(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 4));
    assertThat(posts(timeline).getFirst().message().id()).isEqualTo(chat.id(15 * 60));
    assertThat(timeline.older()).isEqualTo(Chat.minute(15 * 60));
  }

  @Test
  void aReplyWhoseThreadHasNoBeginningStandsForItself() {
    archive.apply(List.of(Chat.posted(chat.replies(9, 0, "bruno", "me"))));

    var timeline = timelines.around(channel, chat.id(9), chat.audience(), ROME).orElseThrow();

    assertThat(posts(timeline)).extracting(post -> post.message().id()).containsExactly(chat.id(9));
  }

  @Test
  void isEmptyForWhoeverMayNotSeeIt() {
    archive.apply(List.of(chat.posts(0, "ada", "secret")));

    assertThat(timelines.around(channel, chat.id(0), Audience.NOBODY, ROME)).isEmpty();
    assertThat(timelines.latest(channel, Audience.NOBODY, ROME).days()).isEmpty();
    assertThat(
            timelines.around(channel, new MessageId(chat.channel(), "no"), chat.audience(), ROME))
        .isEmpty();
  }

  private static List<Timeline.Post> posts(Timeline timeline) {
    return timeline.days().stream().flatMap(day -> day.posts().stream()).toList();
  }
}
