package ponte.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.nlp.Language.ENGLISH;
import static ponte.nlp.Language.ITALIAN;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TermsTest {

  private final Nlp nlp = Nlp.shared();

  @Test
  void leavesOutWhatSaysNothing() {
    assertThat(nlp.terms("ok thanks, does anyone know about the certificate?", ENGLISH))
        .containsExactlyElementsOf(nlp.terms("certificate", ENGLISH));
    assertThat(nlp.terms("ciao ragazzi, grazie: qualcuno sa dell'ultimo certificato?", ITALIAN))
        .containsExactlyElementsOf(nlp.terms("ultimo certificato", ITALIAN));
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, who knows about IT?, know it",
    "ENGLISH, IT, it",
    "ENGLISH, the IT's budget, it budget",
    "ENGLISH, US taxes, us tax",
    "ENGLISH, what the WHO says of HTTP, who say http",
    "ENGLISH, is AS/400 IT-based?, as 400 it-based it base",
    "ITALIAN, chi sa di AI?, ai",
    "ITALIAN, CI/CD, ci cd",
    "ITALIAN, la CI dell'AD, ci ad",
    "ITALIAN, AI-driven, ai-driven ai driven"
  })
  void keepsWhatInCapitalsIsAName(Language language, String text, String terms) {
    assertThat(nlp.terms(text, language)).containsExactly(terms.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, is it us who said it?",
    "ENGLISH, WHO SAID IT AND WHO IS IT?",
    "ENGLISH, this is NOT it",
    "ITALIAN, SE LO DICE AI TUOI CI STO",
    "ITALIAN, ci sono già: non è per ai e ad",
    "ITALIAN, NON CI SONO GIÀ"
  })
  void leavesOutWhatIsOnlyShouted(Language language, String text) {
    assertThat(nlp.terms(text, language)).isEmpty();
  }

  @Test
  void readsEachLineByItself() {
    assertThat(nlp.terms("IT is here\nWHO IS IT FOR US", ENGLISH)).containsExactly("it");
    assertThat(nlp.terms("WHO IS IT FOR US\nby IT", ENGLISH)).containsExactly("it");
  }

  @ParameterizedTest
  @CsvSource({"ENGLISH, it, IT", "ITALIAN, ai, AI", "ITALIAN, kafka, kafka", "ENGLISH, ai, ai"})
  void writesANameInCapitals(Language language, String typed, String written) {
    assertThat(nlp.asName(typed, language)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, certificates, certificate",
    "ENGLISH, Kafka's, kafka",
    "ENGLISH, Café, cafe",
    "ENGLISH, deployed, deploys",
    "ITALIAN, certificati, certificato",
    "ITALIAN, velocità, velocita",
    "ITALIAN, l'autenticazione, autenticazioni",
    "ITALIAN, dell’app, APP",
    "ITALIAN, perche\u0301 citta\u0300, città",
  })
  void makesOneTermOfTheFormsOfAWord(Language language, String one, String other) {
    assertThat(nlp.terms(one, language)).isNotEmpty().isEqualTo(nlp.terms(other, language));
  }

  @ParameterizedTest
  @CsvSource({"kafka", "deployments", "kubernetes", "queries", "load balancer", "rabbitmq", "Jira"})
  void givesTheWordsOfTheTradeTheSameTermsInBothLanguages(String words) {
    assertThat(nlp.terms(words, ITALIAN)).isEqualTo(nlp.terms(words, ENGLISH));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void keepsIdentifiersWholeAndAddsTheirParts(Language language) {
    assertThat(nlp.terms("max_user_connections", language))
        .contains("max_user_connections", "max", "user");
    assertThat(nlp.terms("maxUserConnections", language))
        .contains("maxuserconnections", "max", "user");
    assertThat(nlp.terms("XMLHttpRequest", language)).contains("xmlhttprequest", "xml", "request");
    assertThat(nlp.terms("foo-bar", language)).containsExactly("foo-bar", "foo", "bar");
    assertThat(nlp.terms("v1.2", language)).containsExactly("v1.2");
    assertThat(nlp.terms("C++ C# C", language)).containsExactly("c++", "c#", "c");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void doesNotTakeJavaScriptForJava(Language language) {
    assertThat(nlp.terms("JavaScript", language))
        .hasSize(1)
        .isNotEqualTo(nlp.terms("Java", language));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void readsTheHostAndThePathOfAnAddressButNoKeys(Language language) {
    assertThat(
            nlp.terms(
                "https://www.github.com/elm/parser/f3ab99c011d2?token=secret mario@example.com",
                language))
        .containsExactly("github.com", "elm", "parser", "example.com");
  }

  @Test
  void givesIndexesTheSameTerms() throws IOException {
    var text = "Il certificato dell'app è scaduto: max_user_connections, JavaScript's v1.2 e città";
    for (var language : Language.values()) {
      assertThat(analysed(text, language)).isEqualTo(nlp.terms(text, language));
    }
  }

  @Test
  void pointsBackAtTheWordsOfTheText() throws IOException {
    var text = "l'autenticazione: max_user_connections";
    try (var stream = Analyzers.of(ITALIAN).tokenStream("body", text)) {
      var offset = stream.getAttribute(OffsetAttribute.class);
      stream.reset();
      var words = new ArrayList<String>();
      while (stream.incrementToken()) {
        words.add(text.substring(offset.startOffset(), offset.endOffset()));
      }
      assertThat(words).first().isEqualTo("autenticazione");
      assertThat(words.subList(1, words.size())).containsOnly("max_user_connections");
    }
  }

  private static List<String> analysed(String text, Language language) throws IOException {
    var terms = new ArrayList<String>();
    try (var stream = Analyzers.of(language).tokenStream("body", text)) {
      var term = stream.getAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    }
    return terms;
  }
}
