package ponte.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.nlp.Language.ENGLISH;
import static ponte.nlp.Language.ITALIAN;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyPhrasesTest {

  private static final Rarity EVEN = _ -> 1;

  private final Nlp nlp = Nlp.shared();

  /** OpenNLP leaves what it said of the last word in what the next one is judged by. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void findsTheSameGroupsWhateverItReadBefore(Language language) {
    var sentence = "Offro un caffè a Rui.";
    var alone = nlp.nounGroups(sentence, language);

    for (var before : List.of("Ciao", "Well handled.", "Settimana del 23 novembre, prenoto io")) {
      nlp.nounGroups(before, language);
      assertThat(nlp.nounGroups(sentence, language)).as(before).isEqualTo(alone);
    }
  }

  @Test
  void findsEnglishNounGroups() {
    var phrases =
        phrases(
            ENGLISH,
            "The staging database is slow again.",
            "I think the kafka consumer keeps too many connections.");

    assertThat(phrases).startsWith("staging database").contains("kafka consumer", "connections");
  }

  @Test
  void findsItalianNounGroupsJoinedByPrepositions() {
    var phrases =
        phrases(
            ITALIAN,
            "Il certificato SSL è scaduto ieri sera.",
            "La libreria dell'autenticazione va aggiornata.");

    assertThat(phrases).contains("certificato SSL", "libreria dell'autenticazione");
  }

  @Test
  void takesCodeForANoun() {
    assertThat(phrases(ENGLISH, "I can't get `raco setup` to see it")).contains("raco setup");
    assertThat(phrases(ITALIAN, "non riesco a far partire `mvn verify`")).contains("mvn verify");
  }

  @Test
  void prefersWhatIsRareElsewhere() {
    Rarity rarity = term -> term.startsWith("kafka") ? 5 : 1;

    var phrases =
        nlp.keyPhrases(
            List.of("The server talks to Kafka and to the printer."), ENGLISH, rarity, 1);

    assertThat(phrases).extracting(KeyPhrase::text).containsExactly("Kafka");
  }

  @Test
  void weighsWhatIsSaidOftenAndWhatTheOpeningSaysMore() {
    var phrases =
        nlp.keyPhrases(
            List.of("The printer is broken.", "A cable is missing.", "The cable was here."),
            ENGLISH,
            EVEN,
            10);

    assertThat(phrases).extracting(KeyPhrase::text).containsExactly("cable", "printer");
    assertThat(phrases.get(0).weight()).isEqualTo(1 + Math.log(2));
    assertThat(phrases.get(1).weight()).isEqualTo(1.4);
  }

  @Test
  void sharesNoTermBetweenPhrases() {
    var phrases =
        phrases(
            ENGLISH, "The database server is slow.", "The server, and the databases, are slow.");

    var seen = new HashSet<String>();
    for (var phrase : phrases) {
      assertThat(nlp.terms(phrase, ENGLISH)).allMatch(seen::add);
    }
  }

  @Test
  void findsWhatAPastedLogEndsWith() {
    var log = "the line was read, ".repeat(300) + "and the staging database was full";

    assertThat(phrases(ENGLISH, log)).contains("staging database");
  }

  @Test
  void givesAsManyAsAreAskedFor() {
    var sentences = List.of("The printer, the cable, the server and the router are broken.");

    assertThat(nlp.keyPhrases(sentences, ENGLISH, EVEN, 2)).hasSize(2);
    assertThat(nlp.keyPhrases(sentences, ENGLISH, EVEN, 0)).isEmpty();
    assertThat(nlp.keyPhrases(List.of(), ITALIAN, EVEN, 5)).isEmpty();
    assertThat(nlp.keyPhrases(List.of("", ":-)", "https://a.b/c"), ITALIAN, EVEN, 5)).isEmpty();
  }

  private List<String> phrases(Language language, String... sentences) {
    return nlp.keyPhrases(List.of(sentences), language, EVEN, 10).stream()
        .map(KeyPhrase::text)
        .toList();
  }
}
