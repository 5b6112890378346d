package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.conversation.ChannelId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.RichText.Style;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

class CleanerTest {

  private static final Nlp NLP = Nlp.shared();

  private final Cleaner cleaner = new Cleaner(NLP);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hi all, does the build work?|Does the build work?",
        "hey everyone! so, the build is red|The build is red",
        "Alright, the build is red|The build is red",
        "Hello team - btw the build is red|The build is red",
        "Good morning! The build is red|The build is red",
        "ok so the build is red|The build is red",
        "See the [old notes](notes.example.org/a-b) of the build|See the old notes of the build",
        "The list[first](second.third) call of the build|The list[first](second.third) call of the build",
        "Sorry, the build is red|The build is red",
        "For a followup question: is the build red?|Is the build red?",
        "I guess the question is, is the build red?|Is the build red?",
        "Put another way: is the build red?|Is the build red?",
        "In other words, the build is red|The build is red",
        "Sorry but is the build red?|Is the build red?",
        "Sorry we left the build red|Sorry we left the build red",
        "and the build is red again|The build is red again"
      })
  void cutsEnglishGreetingsAndFillers(String text, String left) {
    assertThat(shown(text, Language.ENGLISH)).contains(left);
    assertThat(shown(text, Language.ENGLISH)).last().isEqualTo(left);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ciao a tutti, funziona la build?|Funziona la build?",
        "buongiorno ragazzi! allora, la build è rossa|La build è rossa",
        "Scusate, la build è rossa|La build è rossa",
        "In altre parole, la build è rossa|La build è rossa",
        "Quindi la domanda è: funziona la build?|Funziona la build?",
        "Scusate ma la build è rossa?|La build è rossa?",
        "Scusate se la build è rossa|Scusate se la build è rossa",
        "beh comunque la build è rossa|La build è rossa",
        "ok quindi la build è rossa|La build è rossa",
        "e la build è rossa|La build è rossa",
        "E' possibile rifare la build?|E' possibile rifare la build?"
      })
  void cutsItalianGreetingsAndFillers(String text, String left) {
    assertThat(shown(text, Language.ITALIAN)).last().isEqualTo(left);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"The page prints \"???\" for every name", "La pagina mostra '!!' ovunque"})
  void keepsMarksThatAreQuoted(String text) {
    assertThat(shown(text, Language.ENGLISH)).containsExactly(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "So far the migration took two days",
        "Hi-res pictures break the page",
        "Wellness hours are on Friday",
        "And/or both flags are needed"
      })
  void keepsWordsThatOnlyLookLikeFillers(String text) {
    assertThat(shown(text, Language.ENGLISH)).containsExactly(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "- ", "–", ", ", ":", "!", "…"})
  void readsALineThatBeginsWithAnyNumberOfMarks(String mark) {
    assertThat(shown(mark.repeat(100_000) + " the build is red", Language.ENGLISH))
        .last()
        .isEqualTo("The build is red");
  }

  @Test
  void leavesNothingOfAMereGreeting() {
    assertThat(shown("hi all :)", Language.ENGLISH)).isEmpty();
    assertThat(shown("ciao a tutti!", Language.ITALIAN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It works now :)|It works now",
        "It works now :tada: :+1:|It works now",
        "It works now \uD83C\uDF89|It works now",
        "It works now ¯\\_(ツ)_/¯|It works now",
        "It works at 10:30:45, port 80:80|It works at 10:30:45, port 80:80",
        "It works!!!|It works!",
        "Does it work???|Does it work?"
      })
  void cutsEmojiAndSmileysAndRepeatedMarks(String text, String left) {
    assertThat(shown(text, Language.ENGLISH)).containsExactly(left);
  }

  @Test
  void endsASentenceAtAnEmojiBeforeACapital() {
    var text =
        RichText.of(
            new Span.Plain("The release is out "),
            new Span.Emoji("tada"),
            new Span.Plain(" The notes follow"));

    assertThat(shown(text)).containsExactly("The release is out", "The notes follow");
  }

  @Test
  void dropsCodeBlocksQuotesAndWordsStruckOut() {
    var text =
        RichText.of(
            new Span.Quote(List.of(new Span.Plain("who broke it?"))),
            new Span.Plain("The cache was full "),
            new Span.Styled(Style.STRIKE, List.of(new Span.Plain("and slow"))),
            new Span.CodeBlock("df -h\n100%"),
            new Span.Plain("> old words\nSo we emptied it"));

    assertThat(shown(text)).containsExactly("The cache was full", "We emptied it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-- \nAda Rossi", "Sent from my iPhone", "Inviato da iPhone"})
  void dropsWhatStandsBelowALetter(String signature) {
    var language = signature.startsWith("I") ? Language.ITALIAN : Language.ENGLISH;

    assertThat(shown("The cache was full\n" + signature, language))
        .containsExactly("The cache was full");
  }

  @Test
  void dropsBullets() {
    assertThat(shown("- empty the cache\n2. restart\n(3) look", Language.ENGLISH))
        .containsExactly("Empty the cache", "Restart", "Look");
  }

  @Test
  void keepsCodeInItsPlaceWhateverMarksItHolds() {
    var text =
        RichText.of(
            new Span.Plain("The predicate "),
            new Span.Code("special? x. Y"),
            new Span.Plain(" is slow. Use another."));

    var sentences = cleaner.sentences(text, Language.ENGLISH);

    assertThat(sentences).hasSize(2);
    assertThat(sentences.getFirst().text().spans())
        .containsExactly(
            new Span.Plain("The predicate "),
            new Span.Code("special? x. Y"),
            new Span.Plain(" is slow."));
    assertThat(sentences.getFirst().hasCode()).isTrue();
    assertThat(sentences.getFirst().words()).isEqualTo(5);
  }

  @Test
  void showsLinksByTheirLabelOrElseByTheirAddress() {
    var bare = new Span.Link("https://www.example.org/a/b?c=d", "https://www.example.org/a/b?c=d");
    var labelled = new Span.Link("https://example.org/x", "the guide");
    var address = "https://pages.example.org/packages/acme/forms-and-fields/latest/index.html";
    var deep = new Span.Link(address, address);

    var text =
        RichText.of(
            new Span.Plain("Read "),
            bare,
            new Span.Plain(" or "),
            labelled,
            new Span.Plain(" or "),
            deep);

    var sentence = cleaner.sentences(text, Language.ENGLISH).getFirst();
    assertThat(sentence.text().links())
        .extracting(Span.Link::label)
        .containsExactly("example.org/a/b", "the guide", "pages.example.org/…/forms-and-fields/…");
    assertThat(sentence.plain()).contains("the guide").doesNotContain("example.org");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The build runs on two machines, if that makes sense.|The build runs on two machines.",
        "Does the build run on two machines, thanks in advance?|Does the build run on two machines?",
        "The build (e.g. the nightly one) runs on two machines|The build runs on two machines",
        "The build (only on Fridays) runs on two machines|The build (only on Fridays) runs on two machines",
        "The build (see below, not on Fridays) runs here|The build (see below, not on Fridays) runs here",
        "The build runs on two machines)|The build runs on two machines",
        "The build (i.e. the big one. Not yours) is red|The build (i.e. the big one. Not yours) is red",
        "^ I mean, the build is red|The build is red"
      })
  void leavesOutOfEnglishWhatChangesNoMeaning(String text, String left) {
    assertThat(shown(text, Language.ENGLISH)).containsExactly(left);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "La build gira su due macchine, non so se mi spiego.|La build gira su due macchine.",
        "La build gira su due macchine? Grazie mille|La build gira su due macchine?",
        "La build (ad esempio quella notturna) gira qui|La build gira qui",
        "La build (solo di venerdì) gira su due macchine|La build (solo di venerdì) gira su due macchine",
        "Una cosa: la build è rossa|La build è rossa"
      })
  void leavesOutOfItalianWhatChangesNoMeaning(String text, String left) {
    assertThat(shown(text, Language.ITALIAN)).first().isEqualTo(left);
  }

  @Test
  void tellsASentenceThatIsOnlyALink() {
    var text = RichText.of(new Span.Link("https://example.org", "https://example.org"));

    assertThat(cleaner.sentences(text, Language.ENGLISH))
        .singleElement()
        .extracting(Quotable::letters)
        .isEqualTo(false);
  }

  @Test
  void cutsTheNameOfWhomAMessageSpeaksTo() {
    var ada = Chat.person("ada");
    var text = RichText.of(new Span.Mention(ada), new Span.Plain(" the cache is full"));

    var sentence = cleaner.sentences(text, Language.ENGLISH).getFirst();

    assertThat(sentence.text()).isEqualTo(RichText.plain("The cache is full"));
    assertThat(sentence.spokenTo()).containsExactly(ada);
  }

  @ParameterizedTest
  @CsvSource({"ENGLISH,' is right, but the cache is full'", "ITALIAN,' ha ragione sulla cache'"})
  void keepsTheNameThatIsTheSubject(Language language, String rest) {
    var text = RichText.of(new Span.Mention(Chat.person("ada")), new Span.Plain(rest));

    var sentence = cleaner.sentences(text, language).getFirst();

    assertThat(sentence.text()).isEqualTo(text);
    assertThat(sentence.spokenTo()).isEmpty();
  }

  @Test
  void cutsTheNameBeforeAQuestionToIt() {
    var text =
        RichText.of(
            new Span.Mention(Chat.person("ada")), new Span.Plain(" can I empty the cache?"));

    assertThat(shown(text)).containsExactly("Can I empty the cache?");
  }

  @Test
  void keepsNamesAndChannelsWithinASentence() {
    var ada = new Span.Mention(Chat.person("ada"));
    var dev = new Span.ChannelLink(new ChannelId(Chat.WORKSPACE, "C2"), "dev");
    var text =
        RichText.of(new Span.Plain("Ask "), ada, new Span.Plain(" in "), dev, new Span.Plain("."));

    assertThat(cleaner.sentences(text, Language.ENGLISH).getFirst().text()).isEqualTo(text);
  }

  @Test
  void leavesHesitationOut() {
    assertThat(shown("Il corso eh comincia mh lunedì", Language.ITALIAN))
        .containsExactly("Il corso comincia lunedì");
  }

  private List<String> shown(String text, Language language) {
    return cleaner.sentences(RichText.plain(text), language).stream().map(Quotable::plain).toList();
  }

  private List<String> shown(RichText text) {
    return cleaner.sentences(text, Language.ENGLISH).stream().map(Quotable::plain).toList();
  }

  @Test
  void leavesOutTheRestOfASentenceAfterABlockOfCode() {
    var text =
        RichText.of(
            new Span.Plain("I get "),
            new Span.CodeBlock("Error 7"),
            new Span.Plain("when the build runs twice. The build was green before."));

    assertThat(cleaner.sentences(text, Language.ENGLISH))
        .extracting(Quotable::plain)
        .doesNotContain("When the build runs twice.")
        .contains("The build was green before.");
    assertThat(shown(":: the other half of it. The build is red.", Language.ENGLISH))
        .containsExactly("The build is red.");
  }
}
