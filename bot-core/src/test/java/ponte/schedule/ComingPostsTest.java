package ponte.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.archive.Chat;
import ponte.command.Command.Rhythm;
import ponte.conversation.Channel;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.TimeSpan;
import ponte.digest.Digest;
import ponte.digest.Digest.Quote;
import ponte.digest.Sources;
import ponte.schedule.ComingPosts.State;
import ponte.store.InMemoryRecords;

/** What is decided about a post stays decided, whatever is said until it comes. */
class ComingPostsTest {

  private static final Chat DEV = Chat.in("dev");
  private static final PersonId ADA = Chat.person("ada");

  private final Quote question = quote(1, "Who rotates the certificates?");
  private final Digest.Unanswered open = new Digest.Unanswered(question, null);
  private final Digest.Answered answered = new Digest.Answered(discussion(question, 5));
  private final Digest.Item other = new Digest.Celebrated(quote(9, "We won the tender!"), 3);

  private final ComingPosts coming = new ComingPosts(new InMemoryRecords(TestClock.at(Chat.START)));
  private final Schedule schedule =
      new Schedule(
          "daily",
          DEV.channel(),
          ADA,
          new Rhythm(Set.of(DayOfWeek.values()), LocalTime.of(9, 0)),
          ZoneOffset.UTC,
          Chat.START);

  @Test
  void aQuestionThatWasDroppedStaysOutWhenItIsAnsweredMeanwhile() {
    drop(open);

    assertThat(left(answered, other)).containsExactly(other);
  }

  @Test
  void aConversationThatWasDroppedStaysOutWhateverIsToldOfIt() {
    drop(answered);

    assertThat(left(open, new Digest.Decision(quote(7, "We do it."), discussion(question, 6))))
        .isEmpty();
  }

  @Test
  void whatWasCancelledIsNotPosted() {
    change(ComingPosts.UNTOUCHED.as(State.CANCELLED));

    assertThat(decided(other).state()).isEqualTo(State.CANCELLED);
  }

  @Test
  void whatNothingIsLeftOfIsNotPosted() {
    drop(open);

    assertThat(decided(answered).state()).isEqualTo(State.OPEN);
    assertThat(decided(answered, other).state()).isEqualTo(State.POSTED);
  }

  @Test
  void areForgottenWithTheirWorkspace() {
    drop(open);

    coming.forget(DEV.channel().workspace());

    assertThat(left(open)).containsExactly(open);
  }

  private void drop(Digest.Item item) {
    change(
        coming
            .of(schedule, schedule.next(Chat.START))
            .without(ComingPosts.name(item), Sources.of(item)));
  }

  private void change(ComingPosts.Coming to) {
    coming.change(schedule, schedule.next(Chat.START), _ -> to);
  }

  private ComingPosts.Coming decided(Digest.Item... made) {
    return coming.change(
        schedule, schedule.next(Chat.START), before -> before.posting(digest(made)));
  }

  private List<Digest.Item> left(Digest.Item... made) {
    return coming.of(schedule, schedule.next(Chat.START)).of(digest(made)).items();
  }

  private static Digest digest(Digest.Item... items) {
    return new Digest(
        List.of(new Channel(DEV.channel(), "dev", Channel.Visibility.PUBLIC, "", "", false)),
        TimeSpan.before(Chat.START, Duration.ofDays(1)),
        9,
        3,
        List.of(),
        List.of(items),
        List.of());
  }

  private static Digest.Discussion discussion(Quote opening, int outcome) {
    return new Digest.Discussion(
        opening.message(),
        new Digest.Headline.Asked(opening),
        quote(outcome, "The nightly job does."),
        true,
        List.of(ADA),
        2,
        false);
  }

  private static Quote quote(int minute, String text) {
    return new Quote(DEV.id(minute), ADA, Chat.minute(minute), RichText.plain(text));
  }
}
