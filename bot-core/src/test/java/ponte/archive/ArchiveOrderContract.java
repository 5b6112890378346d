package ponte.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.archive.Chat.deleted;
import static ponte.archive.Chat.edited;
import static ponte.archive.Chat.posted;
import static ponte.archive.Chat.reacted;
import static ponte.archive.Chat.unreacted;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ponte.conversation.Audience;
import ponte.conversation.Event;
import ponte.conversation.Event.Talk;
import ponte.conversation.Message;
import ponte.conversation.Message.Kind;
import ponte.conversation.TimeSpan;

/** What every {@link Archive} promises about events that come late, twice or in any order. */
public abstract class ArchiveOrderContract {

  /** Scores are sums whose order of adding is open. */
  static final Comparator<Found> ABOUT_EQUAL =
      (one, other) ->
          one.conversation().equals(other.conversation())
                  && one.parts().equals(other.parts())
                  && Math.abs(one.score() - other.score()) < 1e-5
              ? 0
              : 1;

  private static final int RUNS = Integer.getInteger("ponte.orders", 2);
  private static final List<String> PEOPLE = List.of("ada", "bob", "eve", "leo", "mia");
  private static final List<String> WORDS =
      List.of("kafka", "broker", "deploy", "index", "lunch", "keys", "slow", "cluster", "token");

  private final List<Chat> chats = List.of(Chat.in("dev"), Chat.in("board"));

  protected abstract Archive emptyArchive();

  @Test
  void endsInTheSameStateHoweverEventsArrive() {
    for (var seed = 0; seed < RUNS; seed++) {
      var random = new Random(seed);
      var events = events(random);
      var expected = stateAfter(List.of(events));

      assertSame(expected, stateAfter(batches(events, random)), "in batches", seed);
      assertSame(expected, stateAfter(batches(shuffled(events, random), random)), "shuffled", seed);
      assertSame(expected, stateAfter(batches(someLate(events, random), random)), "late", seed);
    }
  }

  @Test
  void takesRepeatedEventsOnce() {
    for (var seed = 0; seed < RUNS; seed++) {
      var random = new Random(seed);
      var events = events(random);
      var twice = new ArrayList<>(events);
      twice.addAll(shuffled(events, random).subList(0, events.size() / 2));

      assertSame(stateAfter(List.of(events)), stateAfter(batches(twice, random)), "twice", seed);
    }
  }

  @Test
  void letsADeletionWinATieAndThenTheTextThatSortsLast() {
    var chat = chats.getFirst();
    var one = chat.says(1, "ada", "first");
    var two = chat.says(2, "ada", "first");
    var ties =
        List.of(
            posted(one),
            edited(one, 5, "an apple"),
            edited(one, 5, "a pear"),
            posted(two),
            edited(two, 5, "an apple"),
            deleted(two.id(), 5),
            reacted(one.id(), 6, "bob", "+1"),
            unreacted(one.id(), 6, "bob", "+1"));

    for (var seed = 0; seed < RUNS; seed++) {
      var archive = emptyArchive();
      for (var event : shuffled(ties, new Random(seed))) {
        archive.apply(List.of(event));
      }

      var kept = archive.find(one.id(), chat.audience()).orElseThrow().message();
      assertThat(kept.text().searchable()).isEqualTo("an apple");
      assertThat(kept.reactions()).isEmpty();
      assertThat(archive.find(two.id(), chat.audience())).isEmpty();
      archive.close();
    }
  }

  @Test
  void keepsWhatComesBeforeItsMessage() {
    var chat = chats.getFirst();
    var one = chat.says(1, "ada", "the deploy failed");
    var two = chat.says(2, "bob", "the deploy works");
    var archive = emptyArchive();

    archive.apply(List.of(reacted(one.id(), 3, "bob", "tada"), deleted(two.id(), 4)));
    assertThat(archive.find(one.id(), chat.audience())).isEmpty();
    archive.apply(List.of(posted(one), posted(two)));

    assertThat(archive.find(one.id(), chat.audience()).orElseThrow().message().reactions())
        .containsExactly(Chat.reaction("tada", "bob"));
    assertThat(archive.find(two.id(), chat.audience())).isEmpty();
    archive.close();
  }

  /** Everything a reader can see, for three audiences. */
  private record State(List<List<Filed>> read, List<Found> found, List<Extent> extents) {}

  private State stateAfter(List<? extends List<Talk>> batches) {
    try (var archive = emptyArchive()) {
      batches.forEach(archive::apply);
      return state(archive);
    }
  }

  private State state(Archive archive) {
    var read = new ArrayList<List<Filed>>();
    var found = new ArrayList<Found>();
    var extents = new ArrayList<Extent>();
    var all = new Audience(Set.of(chats.get(0).channel(), chats.get(1).channel()));
    for (var audience : List.of(all, chats.get(0).audience(), chats.get(1).audience())) {
      for (var chat : chats) {
        var always = new TimeSpan(Instant.MIN, Instant.MAX);
        var messages = archive.read(chat.channel(), always, 1000, audience);
        read.add(messages);
        assertThat(archive.before(chat.channel(), Instant.MAX, 1000, audience)).isEqualTo(messages);
        messages.forEach(
            filed -> assertThat(archive.find(filed.message().id(), audience)).contains(filed));
        messages.stream()
            .map(Filed::conversation)
            .distinct()
            .forEach(opening -> read.add(archive.conversation(opening, audience)));
      }
      WORDS.forEach(word -> found.addAll(archive.search(word, audience, 100)));
      found.addAll(archive.search(String.join(" ", WORDS.subList(0, 4)), audience, 100));
      extents.add(archive.extent(audience));
    }
    return new State(read, found, extents);
  }

  private static void assertSame(State expected, State actual, String how, int seed) {
    assertThat(actual.read()).as("%s, seed %d", how, seed).isEqualTo(expected.read());
    assertThat(actual.extents()).as("%s, seed %d", how, seed).isEqualTo(expected.extents());
    assertThat(actual.found())
        .as("%s, seed %d", how, seed)
        .usingElementComparator(ABOUT_EQUAL)
        .isEqualTo(expected.found());
  }

  private List<Talk> events(Random random) {
    var events = new ArrayList<Talk>();
    for (var chat : chats) {
      var said = new ArrayList<Message>();
      var minute = 0.0;
      for (var i = 0; i < 60; i++) {
        minute += random.nextInt(10) == 0 ? 200 : random.nextInt(100) / 10.0 + 0.1;
        said.add(message(chat, minute, said, random));
      }
      for (var message : said) {
        events.add(posted(message));
        happens(events, message, minute, random);
      }
    }
    events.sort(Comparator.comparing(Event::at));
    return events;
  }

  private static Message message(Chat chat, double minute, List<Message> said, Random random) {
    var author = pick(PEOPLE, random);
    var text =
        (random.nextInt(4) == 0 ? "@" + pick(PEOPLE, random) + " " : "")
            + pick(WORDS, random)
            + " "
            + pick(WORDS, random)
            + (random.nextInt(4) == 0 ? "?" : "");
    var root =
        said.isEmpty() || random.nextInt(4) > 0
            ? null
            : said.get(Math.max(0, said.size() - 1 - random.nextInt(15))).threadOrSelf();
    var kind = random.nextInt(12) == 0 ? pick(List.of(Kind.values()), random) : Kind.TALK;
    return chat.message(minute, author, kind, root, text);
  }

  private static void happens(List<Talk> events, Message message, double end, Random random) {
    var id = message.id();
    for (var i = random.nextInt(4); i > 1; i--) {
      var when = Math.ceil(end + random.nextInt(4));
      var who = pick(PEOPLE, random);
      events.add(
          switch (random.nextInt(8)) {
            case 0, 1 -> edited(message, when, pick(WORDS, random) + " " + pick(WORDS, random));
            case 2 -> edited(message, when, "@" + who + " " + pick(WORDS, random));
            case 3 -> deleted(id, when);
            case 4, 5 -> unreacted(id, when, who, "+1");
            default -> reacted(id, when, who, "+1");
          });
    }
  }

  private static List<List<Talk>> batches(List<Talk> events, Random random) {
    var batches = new ArrayList<List<Talk>>();
    for (var from = 0; from < events.size(); ) {
      var to = Math.min(events.size(), from + 1 + random.nextInt(60));
      batches.add(events.subList(from, to));
      from = to;
    }
    return batches;
  }

  private static List<Talk> shuffled(List<Talk> events, Random random) {
    var shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static List<Talk> someLate(List<Talk> events, Random random) {
    var late = new ArrayList<>(events);
    IntStream.range(0, 5).forEach(_ -> late.add(late.remove(random.nextInt(late.size()))));
    return late;
  }

  private static <T> T pick(List<T> choice, Random random) {
    return choice.get(random.nextInt(choice.size()));
  }
}
