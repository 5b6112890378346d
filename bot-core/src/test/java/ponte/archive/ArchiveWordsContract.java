package ponte.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static ponte.nlp.Language.ENGLISH;
import static ponte.nlp.Language.ITALIAN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Sought.StandIn;
import ponte.conversation.Audience;
import ponte.conversation.Event.Talk;
import ponte.nlp.Language;

/**
 * What every {@link Archive} promises about words: those people used and what stands in for them.
 */
public abstract class ArchiveWordsContract {

  private final Chat dev = Chat.in("dev");
  private final Chat board = Chat.in("board");
  private final Audience everything = new Audience(Set.of(dev.channel(), board.channel()));
  private final List<Archive> opened = new ArrayList<>();

  protected abstract Archive emptyArchive();

  @AfterEach
  void close() {
    opened.forEach(Archive::close);
  }

  @Test
  void findsWhatStandsInForAWordAsIfItWereTheWord() {
    var archive =
        archive(
            dev.posts(1, "ada", "where is the invoice of the printer?"),
            dev.posts(100000, "bob", "the lunch was late"));

    var found = archive.search(sought("fattura", "invoice", ENGLISH, 0.8), everything, 10);

    assertThat(found).extracting(Found::conversation).containsExactly(dev.id(1));
    assertThat(found.getFirst().coverage()).isCloseTo(0.8, within(1e-6));
  }

  @Test
  void countsWhatStandsInForAWordOnlyWhereItsLanguageIsSpoken() {
    var archive =
        archive(
            dev.posts(1, "ada", "the end of the year is near, what should we do?"),
            dev.posts(100000, "bob", "il problema non è il termine end ma tutto quello che segue"));

    var found = archive.search(sought("conclusione", "end", ENGLISH, 1), everything, 10);

    assertThat(found).extracting(Found::conversation).containsExactly(dev.id(1));
  }

  @Test
  void wantsAllWordsOfWhatStandsInForOne() {
    var archive =
        archive(
            dev.posts(1, "ada", "the data protection officer said so"),
            dev.posts(100000, "bob", "the data of the printer"));

    var found = archive.search(sought("gdpr", "data protection", ENGLISH, 1), everything, 10);

    assertThat(found).extracting(Found::conversation).containsExactly(dev.id(1));
  }

  @Test
  void scoresTheBestOfAWordAndItsStandInsOnce() {
    var archive =
        archive(
            dev.posts(1, "ada", "the kafka broker is slow"),
            dev.posts(100000, "bob", "the invoice is late"));
    var exactly = archive.search("kafka", everything, 10);

    assertThat(archive.search(sought("kafka", "broker", ENGLISH, 0.5), everything, 10))
        .isEqualTo(exactly);
  }

  @Test
  void takesWhatStandsInForARareWordForNoRarer() {
    var archive =
        archive(
            dev.posts(1, "ada", "the invoice is late again today"),
            dev.posts(100000, "bob", "the bill is late again today"),
            dev.posts(200000, "bob", "the invoice came again for you"),
            dev.posts(300000, "bob", "the invoice was paid by them"));

    var found = archive.search(sought("invoice", "bill", ENGLISH, 1), everything, 10);

    assertThat(found).hasSize(4);
    assertThat(found)
        .filteredOn(hit -> hit.conversation().equals(dev.id(100000)))
        .first()
        .satisfies(hit -> assertThat(hit.score()).isLessThanOrEqualTo(found.getFirst().score()));
  }

  @Test
  void tellsInHowManyConversationsWordsAre() {
    var archive =
        archive(
            dev.posts(1, "ada", "the kafka broker is slow"),
            dev.posts(100000, "bob", "kafka again, and kafka again"),
            board.posts(1, "eve", "kafka costs money"));

    assertThat(mentions(archive, "kafka", everything)).isEqualTo(3);
    assertThat(mentions(archive, "kafka broker", everything)).isEqualTo(1);
    assertThat(mentions(archive, "kafka", new Audience(Set.of(dev.channel())))).isEqualTo(2);
    assertThat(mentions(archive, "zymurgy", everything)).isZero();
    assertThat(mentions(archive, "?!", everything)).isZero();
  }

  @Test
  void findsSpellingsNearAWordTheCommonestFirst() {
    var archive =
        archive(
            dev.posts(1, "ada", "is there a kubernetes cluster for us?"),
            dev.posts(100000, "bob", "the Kubernetes thing is slow"),
            dev.posts(200000, "bob", "they wrote kubernetis with an i"));

    assertThat(spellings(archive, new Shape.Near("kuberntes", 1), ENGLISH))
        .containsExactly(new Spelling("kubernetes", 2));
    assertThat(spellings(archive, new Shape.Near("kuberntes", 2), ENGLISH))
        .containsExactly(new Spelling("kubernetes", 2), new Spelling("kubernetis", 1));
    assertThat(spellings(archive, new Shape.Near("ukbernetes", 1), ENGLISH)).isEmpty();
    assertThat(spellings(archive, new Shape.Near("kuberntes", 2), ITALIAN)).isEmpty();
  }

  @Test
  void findsSpellingsByTheirPieces() {
    var archive =
        archive(dev.posts(1, "ada", "the architecture of the kubernetes cluster is here"));

    assertThat(spellings(archive, Shape.counted("k", 8, "s"), ENGLISH))
        .containsExactly(new Spelling("kubernetes", 1));
    assertThat(spellings(archive, Shape.counted("k", 7, "s"), ENGLISH)).isEmpty();
    assertThat(
            spellings(
                archive,
                new Shape.Pieces(
                    List.of(Set.of("archite"), Set.of("tt", "ct"), Set.of("ur"), Set.of("", "e"))),
                ENGLISH))
        .containsExactly(new Spelling("architecture", 1));
    assertThat(spellings(archive, Shape.anyOf(Set.of("cluster", "data.base")), ENGLISH))
        .containsExactly(new Spelling("cluster", 1));
  }

  @Test
  void knowsNoWordThatTheAudienceMayNotSeeOrThatWasTakenBack() {
    var archive =
        archive(
            board.posts(1, "ada", "the melograno project is secret"),
            dev.posts(1, "bob", "the kubernetes cluster is slow"));
    var open = new Audience(Set.of(dev.channel()));

    assertThat(spellings(archive, new Shape.Near("melogrno", 2), ENGLISH, open)).isEmpty();
    assertThat(mentions(archive, "melograno", open)).isZero();

    archive.apply(List.of(Chat.deleted(dev.id(1), 5)));

    assertThat(spellings(archive, new Shape.Near("kuberntes", 2), ENGLISH)).isEmpty();
    assertThat(mentions(archive, "kubernetes", everything)).isZero();
  }

  @Test
  void looksWordsUpTogetherAsOneByOne() {
    var archive =
        archive(
            dev.posts(1, "ada", "the kafka broker of the cluster is slow"),
            dev.posts(100000, "bob", "kafka again, and brokers again"),
            board.posts(1, "eve", "il broker di kafka costa troppo"));
    var words = List.of("kafka", "kafka broker", "zymurgy", "?!", "kafka");
    var shapes =
        Stream.of(
                Shape.anyOf(Set.of("broker", "kafka")),
                Shape.anyOf(Set.of("broker", "brokers")),
                Shape.anyOf(Set.of("nobody")),
                Shape.counted("b", 4, "r"),
                new Shape.Near("brokr", 2))
            .flatMap(
                shape ->
                    Stream.of(
                        new Shaped(shape, ENGLISH, 10),
                        new Shaped(shape, ENGLISH, 1),
                        new Shaped(shape, ITALIAN, 10)))
            .toList();

    var found = archive.vocabulary(words, shapes, everything);

    assertThat(found.mentions()).hasSize(4);
    words.forEach(
        each ->
            assertThat(found.mentions()).containsEntry(each, mentions(archive, each, everything)));
    assertThat(found.spellings()).hasSameSizeAs(shapes);
    for (var shaped : shapes) {
      assertThat(found.spellings())
          .containsEntry(
              shaped,
              archive.vocabulary(List.of(), List.of(shaped), everything).spellings().get(shaped));
    }
    assertThat(found.spellings().get(shapes.getFirst()))
        .containsExactly(new Spelling("kafka", 2), new Spelling("broker", 1));
    assertThat(found.spellings().get(shapes.get(1))).containsExactly(new Spelling("kafka", 2));
  }

  @Test
  void knowsNoWordWhereNothingIsAskedOrNothingMayBeSeen() {
    var archive = archive(dev.posts(1, "ada", "the kafka broker is slow"));
    var shaped = new Shaped(Shape.anyOf(Set.of("kafka")), ENGLISH, 1);

    assertThat(archive.vocabulary(List.of(), List.of(), everything))
        .isEqualTo(new Vocabulary(Map.of(), Map.of()));
    assertThat(archive.vocabulary(List.of("kafka"), List.of(shaped), new Audience(Set.of())))
        .isEqualTo(new Vocabulary(Map.of("kafka", 0L), Map.of(shaped, List.of())));
  }

  @Test
  void refusesALimitBelowOneForSpellings() {
    assertThatThrownBy(() -> new Shaped(Shape.anyOf(Set.of("x")), ENGLISH, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<Spelling> spellings(Archive archive, Shape shape, Language language) {
    return spellings(archive, shape, language, everything);
  }

  private static List<Spelling> spellings(
      Archive archive, Shape shape, Language language, Audience audience) {
    var shaped = new Shaped(shape, language, 10);
    return archive
        .vocabulary(List.of(), List.of(shaped), audience)
        .spellings()
        .getOrDefault(shaped, List.of());
  }

  private static long mentions(Archive archive, String words, Audience audience) {
    return archive
        .vocabulary(List.of(words), List.of(), audience)
        .mentions()
        .getOrDefault(words, -1L);
  }

  private static Sought sought(String word, String other, Language language, double worth) {
    return new Sought(word, List.of(new StandIn(word, other, language, worth)));
  }

  private Archive archive(Talk... events) {
    var archive = emptyArchive();
    opened.add(archive);
    archive.apply(List.of(events));
    return archive;
  }
}
