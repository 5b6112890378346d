package ponte.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.archive.Archive;
import ponte.archive.Chat;
import ponte.archive.Conversations;
import ponte.archive.Found;
import ponte.archive.Sought.StandIn;
import ponte.conversation.Audience;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.wording.Wording;
import ponte.wording.Wordings;

/** In which words a topic is looked for, on the real index. */
class WordingsTest {

  private static final Nlp NLP = Nlp.shared();
  private static final int DAY = 7 * 24 * 60;

  private final Chat dev = Chat.in("dev");
  private final Chat board = Chat.in("board");
  private final Audience open = new Audience(Set.of(dev.channel()));
  private final Audience all = new Audience(Set.of(dev.channel(), board.channel()));
  private final Archive archive;
  private int day;

  WordingsTest(@TempDir Path directory) {
    archive = LuceneArchive.open(directory, NLP, Conversations.Rules.DEFAULT);
  }

  @AfterEach
  void close() {
    archive.close();
  }

  @ParameterizedTest
  @CsvSource({
    "kuberntes, kubernetes",
    "kuberentes, kubernetes",
    "kubernettes, kubernetes",
    "Kubernetse, kubernetes",
    "certifcato, certificato",
  })
  void correctsASlipOfTheFinger(String typed, String meant) {
    said("the kubernetes cluster is slow", "is there a kubernetes cluster for us?");
    said("il certificato è scaduto", "chi rinnova il certificato per noi?");

    var wording = wording("chi sa di " + typed);

    assertThat(wording.corrections()).containsExactly(new Wording.Correction(typed, meant));
    assertThat(wording.topic()).isEqualTo("chi sa di " + meant);
    assertThat(wording.typed()).isEqualTo("chi sa di " + typed);
  }

  @Test
  void anAcronymMayHaveItsLastWordInFull() {
    said("the vdom (virtual DOM) is a tree", "our virtual DOM is slow", "the dom itself is fine");

    assertThat(otherwise("vdom")).containsExactly("virtual dom");
    assertThat(otherwise("virtual DOM")).containsExactly("vdom");
    assertThat(otherwise("dom")).isEmpty();
  }

  private List<String> otherwise(String topic) {
    return new Wordings(archive, NLP).ofTheSame(topic, Language.ENGLISH, open);
  }

  @Test
  void whatIsTheVerySameIsNoWordThatOnlyMayMeanIt() {
    said("the type-script compiler", "our typescript code", "le fatture di marzo", "the bill");

    assertThat(otherwise("typescript")).containsExactly("type-script");
    assertThat(otherwise("invoices")).containsExactly("fattura");
  }

  @ParameterizedTest
  @CsvSource({
    "kafka, what people write",
    "kubrntsss, too far away",
    "invoices, in the dictionary",
    "hear, another word of everyday language",
    "k8a, no word",
    "'\"kuberntes\"', to be taken to the letter",
    "“kuberntes”, to be taken to the letter",
  })
  void leavesOtherWordsAlone(String typed, String why) {
    said("the kubernetes cluster is slow", "is there a kubernetes cluster for us?");
    said("kafka is slow, too", "the voices are slow", "the voices of the others");
    said("the heat is on", "is the heat on?", "the heat of the pump");

    assertThat(wording(typed).corrections()).as(why).isEmpty();
    assertThat(wording(typed).topic()).isEqualTo(typed);
  }

  @Test
  void correctsWholeWordsOnly() {
    said("the kafka broker is slow", "is there a kafka topic for us?");

    assertThat(wording("kafak in kafakesque style").topic()).isEqualTo("kafka in kafakesque style");
  }

  @Test
  void correctsNothingToAWordThatOnlyOthersMaySee() {
    for (var i = 0; i < 5; i++) {
      archive.apply(List.of(board.posts(day++ * DAY, "ada", "the melograno deal is secret")));
    }
    said("the weather is fine, is it not?");

    assertThat(wording("melograno").corrections()).isEmpty();
    assertThat(new Wordings(archive, NLP).of("melogrno", Language.ENGLISH, all).corrections())
        .hasSize(1);
    assertThat(wording("melogrno")).isEqualTo(Wording.asTyped("melogrno"));
    assertThat(wording("m7o")).isEqualTo(Wording.asTyped("m7o"));
  }

  @Test
  void correctsNothingThatCouldBeSeveralWords() {
    said("the cache is full", "is the cache on?", "the caches are cold");
    said("the cable is long", "where is the cable for it?", "a cable is missing");

    assertThat(wording("cacle").corrections()).isEmpty();
  }

  @Test
  void knowsWordsOfWhichTheLettersAreCounted() {
    said("the kubernetes cluster is slow", "the keystrokes are lost on it");
    said("what does k8s mean? it is kubernetes", "accessibility is for all of us");

    assertThat(others("k8s")).contains("kubernetes").doesNotContain("keystrokes");
    assertThat(others("kubernetes")).contains("k8s");
    assertThat(others("a11y")).contains("accessibility");
    assertThat(others("b2b")).isEmpty();
  }

  @Test
  void learnsWhatAnAcronymIsShortFor() {
    said("the DPIA (Data Protection Impact Assessment) is due, who writes it?");
    said("is the DPIA done? ask the officer", "the impact of data protection is not the topic");
    said("the Service Level Objective (SLO) is not met again");
    said("there is no data about the weather here");

    assertThat(others("DPIA")).contains("data protection impact assessment");
    assertThat(others("dpia")).contains("data protection impact assessment");
    assertThat(others("SLO")).contains("service level objective");
    assertThat(others("service level objective")).contains("slo");
    assertThat(others("no data")).doesNotContain("nd");
  }

  @Test
  void learnsWhatAnAcronymIsShortForFromHowPeopleTalk() {
    said("the customer data platform is slow, is the CDP down?");
    said("the CDP is back: our customer data platform was restarted");

    assertThat(others("cdp")).contains("customer data platform");
  }

  @ParameterizedTest
  @CsvSource({
    "data base, database",
    "typescript, type-script",
    "type-script, typescript",
    "email, e-mail",
    "e-mail, email",
    "webhook, web hook",
    "web-hook, webhook",
  })
  void findsWordsThatOthersWriteApartOrTogether(String typed, String written) {
    said("who looks after the " + written + " thing here?");
    said("the weather is fine, is it not?");

    assertThat(found(typed)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "fooBar, FooBar is broken",
    "fooBar, foo_bar is broken",
    "foo bar, fooBar is broken",
    "foo_bar, foo.bar() is broken",
    "foo.bar(), the call foo.bar() fails",
    "std::vector, a std::vector of ints",
    "vector, a std::vector of ints",
    "ERR_CONNECTION_REFUSED, I get ERR_CONNECTION_REFUSED here",
    "ECONNREFUSED, it says ECONNREFUSED again",
    "ORA-00942, it says ORA-00942 again",
    "E0382, error[E0382]: use of moved value",
    "python 3.11, it needs python 3.11",
    "v1.2.3, it came with v1.2.3",
    "log4j, log4j is old",
  })
  void findsIdentifiersErrorsAndVersions(String typed, String written) {
    said(written);
    said("the weather is fine, is it not?");

    assertThat(found(typed))
        .hasSize(1)
        .first()
        .satisfies(it -> assertThat(it.coverage()).isPositive());
  }

  @ParameterizedTest
  @CsvSource({
    "fattura, the invoice was rejected by them",
    "fatture elettroniche, the electronic invoice was rejected by them",
    "architettura, the architecture of the system is on the wiki",
    "autenticazione, the authentication of the app is broken",
    "accessibilità, the accessibility of the app is broken",
    "apprendimento automatico, we do machine learning with that",
    "invoice, la fattura è stata scartata da loro",
    "configuration, la configurazione è nel wiki di tutti",
    "heat pump, la pompa di calore non funziona più",
    "holidays, le ferie si chiedono sul portale",
  })
  void findsWhatTheOtherLanguageSaysForIt(String asked, String written) {
    said(written);
    said("the weather is fine, is it not?");
    said("oggi è una bella giornata per tutti");

    assertThat(found(asked)).hasSize(1);
  }

  @Test
  void doesNotTranslateWhatIsSaidAsItIs() {
    said("the data of the app is on the disk", "where is the data?", "is the data lost?");
    said("what is the date of the launch?");

    assertThat(others("data pipeline")).doesNotContain("date");
  }

  @Test
  void looksForNothingElseWhereATopicIsQuoted() {
    said("the kubernetes cluster is slow", "k8s is kubernetes for short, is it not?");

    assertThat(wording("\"k8s\"").standIns()).isEmpty();
    assertThat(Wording.toTheLetter("k8s")).isEqualTo("\"k8s\"");
    assertThat(Wording.unquoted("\"k8s\"")).isEqualTo("k8s");
  }

  private void said(String... lines) {
    archive.apply(Stream.of(lines).map(line -> dev.posts(day++ * DAY, "ada", line)).toList());
  }

  private Wording wording(String topic) {
    return new Wordings(archive, NLP).of(topic, Language.ENGLISH, open);
  }

  private List<String> others(String topic) {
    return wording(topic).standIns().stream().map(StandIn::other).toList();
  }

  private List<Found> found(String topic) {
    return archive.search(wording(topic).sought(), open, 10);
  }
}
