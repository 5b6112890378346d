package ponte.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static ponte.archive.Chat.deleted;
import static ponte.archive.Chat.edited;
import static ponte.archive.Chat.minute;
import static ponte.archive.Chat.person;
import static ponte.archive.Chat.posted;
import static ponte.archive.Chat.reacted;
import static ponte.archive.Chat.reaction;
import static ponte.archive.Chat.unreacted;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Talk;
import ponte.conversation.Message;
import ponte.conversation.Message.Kind;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;

/**
 * What every {@link Archive} promises to its readers; each technology has one subclass. What it
 * promises about the order of events is in {@link ArchiveOrderContract}, about words in {@link
 * ArchiveWordsContract}.
 */
public abstract class ArchiveContract {

  private static final TimeSpan ALWAYS = new TimeSpan(Instant.MIN, Instant.MAX);

  /** So many minutes later, so that it lies in another month. */
  private static final double MONTH = 31 * 24 * 60;

  private final Chat dev = Chat.in("dev");
  private final Chat board = Chat.in("board");
  private final Audience everything = new Audience(Set.of(dev.channel(), board.channel()));
  private final List<Archive> opened = new ArrayList<>();

  protected abstract Archive emptyArchive();

  @AfterEach
  void close() {
    opened.forEach(Archive::close);
  }

  private Archive archive(Talk... events) {
    var archive = emptyArchive();
    opened.add(archive);
    archive.apply(List.of(events));
    return archive;
  }

  @Test
  void givesBackAMessageAsItWasPosted() {
    var message =
        new Message(
            dev.id(1),
            person("ada"),
            Kind.TALK,
            minute(1).plusNanos(1_001),
            null,
            RichText.of(new Span.Plain("perché "), new Span.Mention(person("bob"))),
            List.of("plan.pdf"),
            List.of(reaction("+1", "bob", "eve"), reaction("tada", "bob")),
            minute(2));

    var archive = archive(posted(message));

    assertThat(archive.find(dev.id(1), dev.audience())).contains(new Filed(message, message.id()));
  }

  @Test
  void findsSeveralAtOnceAsItFindsEach() {
    var gone = dev.says(2, "bob", "nobody knows");
    var archive =
        archive(
            dev.posts(1, "ada", "who has the keys?"),
            posted(gone),
            deleted(gone.id(), 3),
            dev.posts(MONTH, "eve", "who has the car?"),
            posted(dev.replies(MONTH + 1, MONTH, "kim", "me")),
            board.posts(4, "bob", "layoffs"));
    var asked =
        List.of(
            dev.id(MONTH + 1),
            board.id(4),
            dev.id(1),
            dev.id(1),
            gone.id(),
            dev.id(MONTH),
            dev.id(7));

    assertThat(archive.find(asked, everything))
        .containsOnlyKeys(dev.id(1), dev.id(MONTH), dev.id(MONTH + 1), board.id(4))
        .allSatisfy(
            (message, filed) -> assertThat(archive.find(message, everything)).contains(filed));
    assertThat(archive.find(asked, dev.audience()))
        .containsOnlyKeys(dev.id(1), dev.id(MONTH), dev.id(MONTH + 1));
    assertThat(archive.find(List.of(), everything)).isEmpty();
  }

  @Test
  void doesNotFindWhatNeverCame() {
    assertThat(archive().find(dev.id(1), everything)).isEmpty();
    assertThat(archive().conversation(dev.id(1), everything)).isEmpty();
  }

  @Test
  void hidesEverythingOutsideTheAudience() {
    var archive = archive(dev.posts(1, "ada", "kafka is down"), board.posts(1, "bob", "layoffs"));

    for (var nobody : List.of(Audience.NOBODY, board.audience())) {
      assertThat(archive.find(dev.id(1), nobody)).isEmpty();
      assertThat(archive.read(dev.channel(), ALWAYS, 10, nobody)).isEmpty();
      assertThat(archive.before(dev.channel(), minute(9), 10, nobody)).isEmpty();
      assertThat(archive.conversation(dev.id(1), nobody)).isEmpty();
      assertThat(archive.search("kafka", nobody, 10)).isEmpty();
    }
    assertThat(archive.extent(Audience.NOBODY)).isEqualTo(new Extent(0, 0, null, null));
    assertThat(archive.extent(board.audience())).isEqualTo(new Extent(1, 1, minute(1), minute(1)));
  }

  @Test
  void ranksForAnAudienceAsIfTheRestDidNotExist() {
    Talk[] visible = {
      dev.posts(1, "ada", "the broker broker is slow"),
      dev.posts(100, "bob", "the index is slow slow"),
      dev.posts(200, "eve", "lunch")
    };
    var alone = archive(visible);
    var together = archive(visible);
    for (var i = 0; i < 20; i++) {
      together.apply(List.of(board.posts(i * 100, "ada", "broker broker talks about brokers")));
    }

    assertThat(together.search("slow broker", dev.audience(), 10))
        .usingElementComparator(ArchiveOrderContract.ABOUT_EQUAL)
        .isEqualTo(alone.search("slow broker", dev.audience(), 10));
  }

  @Test
  void readsASpanOldestFirst() {
    var archive =
        archive(
            dev.posts(3, "ada", "three"),
            dev.posts(1, "ada", "one"),
            dev.posts(2, "bob", "two"),
            board.posts(2, "bob", "elsewhere"));

    var span = new TimeSpan(minute(1), minute(3));

    assertThat(archive.read(dev.channel(), span, 10, everything))
        .extracting(filed -> filed.message().id())
        .containsExactly(dev.id(1), dev.id(2));
    assertThat(archive.read(dev.channel(), span, 1, everything))
        .extracting(filed -> filed.message().id())
        .containsExactly(dev.id(1));
  }

  @Test
  void putsMessagesOfOneMomentInOrderOfId() {
    var second = dev.says(2, "ada", "second");
    var first =
        new Message(
            dev.id(1),
            person("bob"),
            Kind.TALK,
            second.at(),
            null,
            RichText.plain("first"),
            List.of(),
            List.of(),
            second.at());
    var archive = archive(posted(second), posted(first));

    assertThat(archive.read(dev.channel(), ALWAYS, 1, everything))
        .extracting(Filed::message)
        .containsExactly(first);
    assertThat(archive.before(dev.channel(), minute(3), 1, everything))
        .extracting(Filed::message)
        .containsExactly(second);
  }

  @Test
  void readsTheLastBeforeAMomentOldestFirst() {
    var archive =
        archive(
            dev.posts(1, "ada", "one"),
            dev.posts(2, "bob", "two"),
            posted(dev.replies(3, 1, "eve", "three")),
            dev.posts(4, "ada", "four"));

    assertThat(archive.before(dev.channel(), minute(4), 2, everything))
        .extracting(filed -> filed.message().id())
        .containsExactly(dev.id(2), dev.id(3));
  }

  @Test
  void refusesALimitBelowOne() {
    var archive = archive();

    assertThatThrownBy(() -> archive.read(dev.channel(), ALWAYS, 0, everything))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> archive.before(dev.channel(), minute(1), 0, everything))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> archive.search("kafka", everything, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> archive.latest(everything, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void filesAThreadUnderItsRoot() {
    var archive =
        archive(
            dev.posts(1, "ada", "who has the keys?"),
            dev.posts(2, "bob", "hello everybody"),
            posted(dev.replies(3, 1, "eve", "me")),
            posted(dev.message(4, "robot", Kind.BOT, dev.id(1), "keys found")));

    assertThat(archive.conversation(dev.id(1), everything))
        .extracting(filed -> filed.message().id())
        .containsExactly(dev.id(1), dev.id(3), dev.id(4));
  }

  @Test
  void readsSeveralConversationsAtOnceAsItReadsEach() {
    var archive =
        archive(
            dev.posts(1, "ada", "who has the keys?"),
            posted(dev.replies(3, 1, "eve", "me")),
            dev.posts(MONTH, "bob", "who has the car?"),
            posted(dev.replies(MONTH + 1, MONTH, "eve", "me, too")),
            board.posts(2, "bob", "layoffs"),
            dev.posts(500, "kim", "that is another matter"));
    var asked = List.of(dev.id(MONTH), board.id(2), dev.id(1), dev.id(1), dev.id(3), dev.id(7));

    assertThat(archive.conversations(asked, everything))
        .containsOnlyKeys(dev.id(1), dev.id(MONTH), board.id(2))
        .allSatisfy(
            (opening, filed) ->
                assertThat(filed).isEqualTo(archive.conversation(opening, everything)))
        .hasEntrySatisfying(
            dev.id(MONTH),
            filed ->
                assertThat(filed)
                    .extracting(each -> each.message().id())
                    .containsExactly(dev.id(MONTH), dev.id(MONTH + 1)));
    assertThat(archive.conversations(asked, dev.audience()))
        .containsOnlyKeys(dev.id(1), dev.id(MONTH));
    assertThat(archive.conversations(List.of(), everything)).isEmpty();
  }

  @Test
  void filesAFlatAnswerUnderTheMessageItAnswers() {
    var archive =
        archive(
            dev.posts(1, "ada", "who has the keys?"),
            dev.posts(2, "bob", "@ada ask eve"),
            posted(dev.message(3, "robot", Kind.BOT, null, "deployed")),
            posted(dev.message(4, "eve", Kind.NOTICE, null, "joined")));

    assertThat(archive.conversation(dev.id(1), everything))
        .extracting(filed -> filed.message().id())
        .containsExactly(dev.id(1), dev.id(2));
    assertThat(archive.find(dev.id(3), everything).orElseThrow().conversation())
        .isEqualTo(dev.id(3));
    assertThat(archive.find(dev.id(4), everything).orElseThrow().conversation())
        .isEqualTo(dev.id(4));
  }

  @Test
  void startsAConversationWhereAThreadStarts() {
    var archive =
        archive(
            dev.posts(1, "ada", "who has the keys?"),
            dev.posts(2, "bob", "@ada which ones?"),
            dev.posts(3, "eve", "@bob all of them"));
    assertThat(archive.conversation(dev.id(1), everything)).hasSize(3);

    archive.apply(List.of(posted(dev.replies(9, 2, "ada", "the big ones"))));

    assertThat(archive.conversation(dev.id(1), everything)).hasSize(1);
    assertThat(archive.conversation(dev.id(2), everything))
        .extracting(filed -> filed.message().id())
        .containsExactly(dev.id(2), dev.id(3), dev.id(9));

    archive.apply(List.of(deleted(dev.id(9), 10)));

    assertThat(archive.conversation(dev.id(1), everything)).hasSize(3);
  }

  @Test
  void showsTheLatestTextAndNoneThatWasTakenBack() {
    var one = dev.says(1, "ada", "the kafka broker");
    var two = dev.says(100, "bob", "the kafka topic");
    var archive = archive(posted(one), posted(two));

    archive.apply(List.of(edited(one, 200, "the redis server"), deleted(two.id(), 201)));

    assertThat(archive.search("kafka", everything, 10)).isEmpty();
    assertThat(archive.search("redis", everything, 10)).hasSize(1);
    assertThat(archive.find(one.id(), everything).orElseThrow().message().edited()).isTrue();
    assertThat(archive.find(two.id(), everything)).isEmpty();
    assertThat(archive.conversation(two.id(), everything)).isEmpty();
    assertThat(archive.extent(everything)).isEqualTo(new Extent(1, 1, minute(1), minute(1)));
  }

  @Test
  void keepsReactionsThroughAnEditAndDropsThemWithADeletion() {
    var one = dev.says(1, "ada", "use the big keys");
    var archive =
        archive(
            posted(one),
            reacted(one.id(), 2, "bob", "tada"),
            reacted(one.id(), 3, "eve", "tada"),
            reacted(one.id(), 3, "eve", "+1"),
            unreacted(one.id(), 4, "bob", "tada"),
            edited(one, 5, "use the small keys"));
    assertThat(archive.find(one.id(), everything).orElseThrow().message().reactions())
        .containsExactly(reaction("+1", "eve"), reaction("tada", "eve"));

    archive.apply(List.of(deleted(one.id(), 6), edited(one, 7, "use any keys")));

    assertThat(archive.find(one.id(), everything).orElseThrow().message().reactions()).isEmpty();
  }

  @Test
  void findsConversationsWithThoseWhoTookPart() {
    var question = dev.says(1, "ada", "how do I restart the kafka broker?");
    var answer = dev.replies(2, 1, "bob", "use the restart script");
    var archive =
        archive(
            posted(question),
            posted(answer),
            posted(dev.replies(3, 1, "bob", "it waits for the replicas")),
            posted(dev.replies(4, 1, "ada", "works")),
            posted(dev.message(5, "robot", Kind.BOT, dev.id(1), "script logs")),
            reacted(answer.id(), 6, "ada", "+1"),
            reacted(answer.id(), 6, "eve", "pray::skin-tone-3"),
            reacted(answer.id(), 6, "bob", "+1"),
            reacted(answer.id(), 6, "eve", "eyes"));

    var found = archive.search("restart script", everything, 10);

    assertThat(found)
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.conversation()).isEqualTo(question.id());
              assertThat(hit.score()).isPositive();
              assertThat(hit.opened()).isTrue();
              assertThat(hit.parts())
                  .containsExactly(
                      new Found.Part(person("ada"), 2, minute(4), 0, 1),
                      new Found.Part(person("bob"), 2, minute(3), 2, 0));
            });
  }

  @Test
  void tellsThatNoPersonOpenedWhatAProgramPosted() {
    var archive =
        archive(
            posted(dev.message(1, "robot", Kind.BOT, null, "who can restart the kafka broker?")),
            posted(dev.replies(2, 1, "bob", "restart it with the kafka script")),
            posted(dev.replies(3, 1, "ada", "kafka works again")));

    var found = archive.search("kafka", everything, 10);

    assertThat(found)
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.opened()).isFalse();
              assertThat(hit.answers())
                  .extracting(Found.Part::person)
                  .containsExactly(person("bob"), person("ada"));
            });
  }

  @Test
  void tellsThatNobodyKnownOpenedAThreadWhoseRootIsGone() {
    var archive =
        archive(
            posted(dev.says(1, "ada", "how do I restart the kafka broker?")),
            posted(dev.replies(2, 1, "bob", "restart it with the kafka script")),
            deleted(dev.id(1), 3));

    assertThat(archive.search("kafka", everything, 10))
        .singleElement()
        .satisfies(hit -> assertThat(hit.opened()).isFalse());
  }

  @Test
  void searchesWordsOfPeopleOnly() {
    var quote =
        new Message(
            dev.id(1),
            person("ada"),
            Kind.TALK,
            minute(1),
            null,
            RichText.of(
                new Span.Quote(List.of(new Span.Plain("quoted"))),
                new Span.Mention(person("mentioned")),
                new Span.Plain("agreed")),
            List.of(),
            List.of(),
            minute(1));
    var archive =
        archive(
            posted(quote),
            posted(dev.message(2, "robot", Kind.BOT, null, "robotics")),
            posted(dev.message(3, "eve", Kind.NOTICE, null, "noticed")));

    for (var word : List.of("quoted", "mentioned", "robotics", "noticed")) {
      assertThat(archive.search(word, everything, 10)).as(word).isEmpty();
    }
    assertThat(archive.search("agreed", everything, 10)).hasSize(1);
    assertThat(archive.extent(everything)).isEqualTo(new Extent(3, 1, minute(1), minute(3)));
  }

  @Test
  void findsBothLanguagesInOneSearch() {
    var archive =
        archive(
            dev.posts(1, "ada", "does anybody know how the kubernetes cluster works?"),
            dev.posts(10000, "bob", "qualcuno di voi sa come funziona il cluster kubernetes?"),
            dev.posts(20000, "eve", "che cosa mangiamo oggi a pranzo?"));

    assertThat(archive.search("kubernetes", everything, 10))
        .extracting(Found::conversation)
        .containsExactlyInAnyOrder(dev.id(1), dev.id(10000));
    assertThat(archive.search("pranzo", everything, 10))
        .extracting(Found::conversation)
        .containsExactly(dev.id(20000));
  }

  @Test
  void putsTheMostRelevantFirstAndStopsAtTheLimit() {
    var archive =
        archive(
            dev.posts(1, "ada", "something else about the weather and lunch and kafka"),
            dev.posts(10000, "bob", "kafka kafka broker"),
            dev.posts(20000, "eve", "lunch is ready"));

    assertThat(archive.search("kafka broker", everything, 10))
        .extracting(Found::conversation)
        .containsExactly(dev.id(10000), dev.id(1));
    assertThat(archive.search("kafka broker", everything, 1))
        .extracting(Found::conversation)
        .containsExactly(dev.id(10000));
  }

  @Test
  void tellsHowMuchOfTheTopicAConversationCovers() {
    var archive =
        archive(
            dev.posts(1, "ada", "kafka broker"),
            dev.posts(10000, "bob", "kafka"),
            dev.posts(20000, "eve", "kafka lunch"));

    assertThat(archive.search("kafka broker", everything, 10))
        .filteredOn(hit -> hit.conversation().equals(dev.id(1)))
        .first()
        .satisfies(hit -> assertThat(hit.coverage()).isCloseTo(1, within(1e-6)));
    assertThat(archive.search("kafka broker", everything, 10))
        .filteredOn(hit -> !hit.conversation().equals(dev.id(1)))
        .hasSize(2)
        .allSatisfy(hit -> assertThat(hit.coverage()).isBetween(0.01, 0.49));
    assertThat(archive.search("kafka zymurgy", everything, 10))
        .hasSize(3)
        .allSatisfy(hit -> assertThat(hit.coverage()).isBetween(0.01, 0.49));
  }

  @Test
  void tellsHowMuchOfWhatIsAskedAConversationCovers() {
    var archive =
        archive(
            dev.posts(1, "ada", "kafka broker"),
            dev.posts(10000, "bob", "zurich office"),
            dev.posts(20000, "eve", "lunch"));

    var found =
        archive.search(
            new Sought("zurich office. kafka broker", "kafka broker", List.of()), everything, 10);

    assertThat(found).extracting(Found::conversation).containsOnly(dev.id(1), dev.id(10000));
    assertThat(found)
        .allSatisfy(
            hit ->
                assertThat(hit.coverage())
                    .isCloseTo(hit.conversation().equals(dev.id(1)) ? 1 : 0, within(1e-6)));
  }

  @Test
  void putsEqualScoresInOrderOfId() {
    var archive = archive();
    for (var minute : List.of(30000, 10000, 40000, 20000)) {
      archive.apply(List.of(dev.posts(minute, "ada", "kafka")));
    }

    assertThat(archive.search("kafka", everything, 3))
        .extracting(Found::conversation)
        .containsExactly(dev.id(10000), dev.id(20000), dev.id(30000));
  }

  @Test
  void tellsTheLastConversationsOfWhatTheAudienceMaySee() {
    var answer = dev.replies(4000, 1, "bob", "a late answer");
    var archive =
        archive(
            posted(dev.says(1, "ada", "the first question of all")),
            posted(dev.says(2000, "eve", "what else is there?")),
            posted(board.says(2000, "eve", "at the same moment")),
            posted(board.says(5000, "eve", "money")),
            posted(dev.message(9000, "robot", Kind.BOT, null, "news")),
            posted(answer));
    archive.apply(List.of(posted(board.replies(6000, 5000, "kim", "more money"))));

    assertThat(archive.latest(everything, 3))
        .extracting(Held::conversation)
        .containsExactly(board.id(5000), dev.id(1), board.id(2000));
    assertThat(archive.latest(Audience.of(dev.channel()), 9))
        .containsExactly(
            new Held(
                dev.id(1),
                List.of(
                    new Found.Part(person("ada"), 1, minute(1), 0, 0),
                    new Found.Part(person("bob"), 1, minute(4000), 0, 0))),
            new Held(dev.id(2000), List.of(new Found.Part(person("eve"), 1, minute(2000), 0, 1))));

    archive.apply(List.of(deleted(answer.id(), 4001)));

    assertThat(archive.latest(Audience.of(dev.channel()), 1))
        .extracting(Held::conversation)
        .containsExactly(dev.id(2000));
  }

  @Test
  void findsNothingForATopicWithoutWords() {
    var archive = archive(dev.posts(1, "ada", "kafka"));

    assertThat(archive.search("", everything, 10)).isEmpty();
    assertThat(archive.search("?! \u0000 :", everything, 10)).isEmpty();
  }

  @Test
  void takesBackWhatAPersonSaidAndHowTheyReacted() {
    var archive =
        archive(
            dev.posts(1, "ada", "the broker is slow"),
            dev.posts(2, "bob", "restart the broker"),
            board.posts(1, "ada", "layoffs"),
            reacted(dev.id(2), 3, "ada", "+1"),
            reacted(dev.id(2), 3, "eve", "+1"));

    archive.forget(person("ada"), minute(5));

    assertThat(archive.find(dev.id(1), everything)).isEmpty();
    assertThat(archive.find(board.id(1), everything)).isEmpty();
    assertThat(archive.search("slow layoffs", everything, 10)).isEmpty();
    assertThat(archive.find(dev.id(2), everything).orElseThrow().message().reactions())
        .containsExactly(reaction("+1", "eve"));
  }

  @Test
  void keepsAwayWhatAPersonTookBack() {
    var post = dev.posts(1, "ada", "the broker is slow");
    var archive = archive(post, dev.posts(2, "bob", "restart the broker"));
    archive.forget(person("ada"), minute(5));

    archive.apply(List.of(post, edited(dev.says(1, "ada", "slow"), 4, "the broker is fast")));

    assertThat(archive.read(dev.channel(), ALWAYS, 10, everything))
        .extracting(filed -> filed.message().id())
        .containsExactly(dev.id(2));
  }

  @Test
  void takesBackWhatWasChangedLaterThanTheMomentOfForgetting() {
    var archive =
        archive(dev.posts(1, "ada", "slow"), edited(dev.says(1, "ada", "slow"), 9, "very slow"));

    archive.forget(person("ada"), minute(5));

    assertThat(archive.extent(everything)).isEqualTo(new Extent(0, 0, null, null));
  }

  @Test
  void removesWhatWasSaidBeforeAMomentAsIfItHadNeverCome() {
    var root = dev.posts(1, "ada", "who restarts the broker?");
    var late = Chat.posted(dev.replies(30, 1, "bob", "the broker restarts by itself"));
    var flat = dev.posts(31, "eve", "lunch at noon");
    var archive =
        archive(root, late, dev.posts(2, "kim", "old news"), flat, board.posts(1, "ada", "old"));
    var fresh = archive(late, flat, board.posts(1, "ada", "old"));

    var removed = archive.forget(dev.channel(), minute(10), 10);

    assertThat(removed).containsExactly(dev.id(1), dev.id(2));
    assertThat(archive.read(dev.channel(), ALWAYS, 10, everything))
        .isEqualTo(fresh.read(dev.channel(), ALWAYS, 10, everything));
    assertThat(archive.extent(everything)).isEqualTo(fresh.extent(everything));
    assertThat(archive.search("old restarts", everything, 10))
        .isEqualTo(fresh.search("old restarts", everything, 10));
    assertThat(archive.find(dev.id(1), everything)).isEmpty();
    assertThat(archive.forget(dev.channel(), minute(10), 10)).isEmpty();
  }

  @Test
  void takesInAgainWhatWasRemovedAsTooOld() {
    var old = dev.posts(1, "ada", "who restarts the broker?");
    var archive = archive(old, deleted(dev.id(2), 3));
    archive.forget(dev.channel(), minute(10), 10);

    archive.apply(List.of(old, dev.posts(2, "bob", "so do I")));

    assertThat(archive.read(dev.channel(), ALWAYS, 10, everything)).hasSize(2);
  }

  @Test
  void removesTheOldestFirstAndNoMoreThanIsWanted() {
    var archive =
        archive(dev.posts(1, "ada", "one"), dev.posts(2, "ada", "two"), dev.posts(3, "ada", "3"));

    assertThat(archive.forget(dev.channel(), minute(9), 2)).containsExactly(dev.id(1), dev.id(2));
    assertThat(archive.forget(dev.channel(), minute(9), 2)).containsExactly(dev.id(3));
    assertThat(archive.extent(everything).messages()).isZero();
  }

  @Test
  void removesWhatIsKeptOfMessagesThatAreNotThere() {
    var archive =
        archive(
            deleted(dev.id(1), 2),
            reacted(dev.id(3), 4, "bob", "+1"),
            reacted(dev.id(5), 50, "bob", "+1"));

    assertThat(archive.forget(dev.channel(), minute(10), 10))
        .containsExactlyInAnyOrder(dev.id(1), dev.id(3));
    assertThat(archive.forget(dev.channel(), Instant.MAX, 10)).containsExactly(dev.id(5));
  }

  @Test
  void readsAsBeforeOnceWhatWasRemovedIsExpunged() {
    var archive = archive(dev.posts(1, "ada", "one"), dev.posts(20, "bob", "two"));
    archive.forget(dev.channel(), minute(10), 10);

    archive.expunge();
    archive.apply(List.of(dev.posts(21, "bob", "three")));

    assertThat(archive.read(dev.channel(), ALWAYS, 10, everything))
        .extracting(filed -> filed.message().id())
        .containsExactly(dev.id(20), dev.id(21));
  }

  @Test
  void forgetsAWorkspaceAsIfItHadNeverBeen() {
    var gone = dev.posts(1, "ada", "the broker is slow");
    var other = new Chat(new ChannelId(new WorkspaceId(Chat.WORKSPACE + "2"), "dev"));
    var both = new Audience(Set.of(dev.channel(), other.channel()));
    var archive = archive(gone, deleted(dev.id(2), 5), other.posts(1, "bob", "broker"));

    archive.forget(dev.channel().workspace());

    assertThat(archive.extent(both)).isEqualTo(new Extent(1, 1, minute(1), minute(1)));
    assertThat(archive.search("broker", both, 10))
        .extracting(Found::conversation)
        .containsExactly(other.id(1));
    archive.apply(List.of(gone, dev.posts(2, "eve", "back again")));
    assertThat(archive.read(dev.channel(), ALWAYS, 10, both)).hasSize(2);
  }
}
