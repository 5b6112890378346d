package ponte.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ponte.archive.Archive;
import ponte.archive.Chat;
import ponte.archive.Conversations;
import ponte.archive.Found;
import ponte.archive.Shape;
import ponte.archive.Shaped;
import ponte.archive.Sought;
import ponte.archive.Sought.StandIn;
import ponte.conversation.Audience;
import ponte.conversation.Event.Talk;
import ponte.lucene.LuceneArchive;
import ponte.nlp.Language;

/** The same messages give the same answers whether they lie in Lucene's index or in a cluster. */
class SameScoresTest {

  private static final List<String> ENGLISH =
      List.of(
          "the broker",
          "is slow",
          "again",
          "kafka",
          "kafka",
          "cluster",
          "printers",
          "v1.2.3",
          "for IT");
  private static final List<String> ITALIAN =
      List.of(
          "la fattura",
          "è in ritardo",
          "di nuovo",
          "kafka",
          "le stampanti",
          "il certificato",
          "la AI");
  private static final List<Chat> CHATS = List.of(Chat.in("dev"), Chat.in("ops"), Chat.in("board"));
  private static final double ROUNDING = 1e-6;

  @Test
  void scoresAsLuceneDoes(@TempDir Path directory) {
    var events = events();
    try (var lucene =
            LuceneArchive.open(directory, SharedCluster.NLP, Conversations.Rules.DEFAULT);
        var archive = SharedCluster.emptyArchive("scores")) {
      for (var from = 0; from < events.size(); from += 150) {
        var some = events.subList(from, Math.min(events.size(), from + 150));
        lucene.apply(some);
        archive.apply(some);
      }

      for (var audience : audiences()) {
        for (var sought : topics()) {
          assertSame(
              lucene.search(sought, audience, 200), archive.search(sought, audience, 200), sought);
        }
        assertSameWords(lucene, archive, audience);
        assertThat(archive.latest(audience, 50)).isEqualTo(lucene.latest(audience, 50));
        assertThat(archive.extent(audience)).isEqualTo(lucene.extent(audience));
      }
    }
  }

  private static void assertSame(List<Found> expected, List<Found> actual, Sought sought) {
    assertThat(actual).as("%s", sought).hasSameSizeAs(expected);
    for (var i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i).conversation())
          .as("%s, place %d", sought, i)
          .isEqualTo(expected.get(i).conversation());
      assertThat(actual.get(i).parts()).isEqualTo(expected.get(i).parts());
      assertThat(actual.get(i).score())
          .as("%s, place %d", sought, i)
          .isCloseTo(expected.get(i).score(), within(ROUNDING * expected.get(i).score()));
      assertThat(actual.get(i).coverage())
          .as("%s, place %d", sought, i)
          .isCloseTo(expected.get(i).coverage(), within(1e-12));
    }
  }

  private static void assertSameWords(Archive lucene, Archive archive, Audience audience) {
    var words = List.of("kafka", "kafka broker", "stampante", "zymurgy");
    var shapes =
        Stream.of(
                new Shape.Near("brokr", 2),
                new Shape.Near("kafak", 1),
                Shape.counted("c", 5, "r"),
                Shape.anyOf(Set.of("kafka", "v1.2.3", "e-mail")),
                Shape.anyOf(Set.of("kafka", "printer")))
            .flatMap(shape -> Stream.of(Language.values()).map(each -> new Shaped(shape, each, 20)))
            .toList();

    assertThat(archive.vocabulary(words, shapes, audience))
        .isEqualTo(lucene.vocabulary(words, shapes, audience));
  }

  private static List<Audience> audiences() {
    var all = CHATS.stream().map(Chat::channel).collect(Collectors.toSet());
    return List.of(new Audience(all), CHATS.getFirst().audience(), CHATS.getLast().audience());
  }

  private static List<Sought> topics() {
    var standIns =
        List.of(
            new StandIn("fattura", "broker", Language.ENGLISH, 0.8),
            new StandIn("kafka", "slow cluster", Language.ENGLISH, 0.7),
            new StandIn("invoice", "fattura", Language.ITALIAN, 0.6));
    return List.of(
        Sought.exactly("kafka"),
        Sought.exactly("kafka broker printer"),
        Sought.exactly("IT"),
        Sought.exactly("who knows about AI, and it?"),
        Sought.exactly("chi sa delle stampanti e dei certificati?"),
        Sought.exactly("what is slow, again and again: the cluster, v1.2.3 or zymurgy?"),
        new Sought("fattura kafka", standIns),
        new Sought("invoice", standIns),
        new Sought("fattura kafka. what is slow?", "what is slow?", standIns),
        Sought.exactly(
            IntStream.range(0, 90).mapToObj(i -> "word" + i).collect(Collectors.joining(" "))));
  }

  /** Short talk and long, in two languages, some of it changed and some of it gone. */
  private static List<Talk> events() {
    var random = new Random(7);
    var events = new ArrayList<Talk>();
    for (var i = 0; i < 200; i++) {
      var chat = CHATS.get(random.nextInt(CHATS.size()));
      var minute = i * (i % 10 == 0 ? 90 : 7);
      var words = random.nextInt(3) == 0 ? ITALIAN : ENGLISH;
      var text = text(words, 1 + random.nextInt(i % 50 == 0 ? 400 : 12), random);
      var message = chat.says(minute, "p" + random.nextInt(9), text);
      events.add(Chat.posted(message));
      switch (random.nextInt(12)) {
        case 0 -> events.add(Chat.edited(message, minute + 1, text(ENGLISH, 5, random)));
        case 1 -> events.add(Chat.deleted(message.id(), minute + 2));
        case 2 -> events.add(Chat.reacted(message.id(), minute + 1, "p1", "+1"));
        default -> {}
      }
    }
    return events;
  }

  private static String text(List<String> words, int length, Random random) {
    return IntStream.range(0, length)
        .mapToObj(
            _ ->
                random.nextInt(4) == 0
                    ? "word" + random.nextInt(90)
                    : words.get(random.nextInt(words.size())))
        .collect(Collectors.joining(" "));
  }
}
