package ponte.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.nlp.Language.ENGLISH;
import static ponte.nlp.Language.ITALIAN;
import static ponte.nlp.QuestionSign.CUE;
import static ponte.nlp.QuestionSign.MARK;
import static ponte.nlp.QuestionSign.NONE;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

  private final Nlp nlp = Nlp.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {"Is it down?", "really?!", "it works now, right? :-)", "(is it?)", "È caduto?"})
  void seesTheMark(String sentence) {
    assertThat(nlp.question(sentence, ENGLISH)).isEqualTo(MARK);
    assertThat(nlp.question(sentence, ITALIAN)).isEqualTo(MARK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "does anyone know who owns the payments service",
        "Hi all, how do I restart it",
        "hey, is there a way to see the logs",
        "what's the best editor",
        "I was wondering if we should upgrade",
        "any idea why it fails",
        "@Odis do you have a minute",
        "which is better, Maven or Gradle",
        "you know anyone who runs Kafka",
      })
  void hearsAnEnglishQuestionWithoutAMark(String sentence) {
    assertThat(nlp.question(sentence, ENGLISH)).isEqualTo(CUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qualcuno sa chi si occupa dei pagamenti",
        "ciao a tutti, come si riavvia il server",
        "perché non parte il build",
        "perche non parte il build",
        "c'è qualcuno che conosce Kafka",
        "Qual è la password del wifi",
        "cos'è questo errore",
        "mi sapete dire dove sono i log",
        "mi chiedo se convenga aggiornare",
        "scusate, avete già provato la nuova versione",
        "saresti disponibile domani",
        "mi daresti il link del documento",
        "quanto ha speso il gruppo per i server",
        "potrebbe spiegarmi come funziona",
        "ti interessa il progetto",
      })
  void hearsAnItalianQuestionWithoutAMark(String sentence) {
    assertThat(nlp.question(sentence, ITALIAN)).isEqualTo(CUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I restarted it and it works",
        "When I restart it, it works",
        "the predicate `special?` is true",
        "see https://example.com/search?q=logs",
        "what a nice day",
        "do not restart it",
        "thanks, that was it",
        "you know, it works now",
        "which is what the proxy does",
        "",
      })
  void takesNoEnglishStatementForAQuestion(String sentence) {
    assertThat(nlp.question(sentence, ENGLISH)).isEqualTo(NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "l'ho riavviato e funziona",
        "quando ho riavviato il server ha funzionato",
        "puoi usare Docker",
        "basta riavviare",
        "mi interessa il progetto",
        "che bello questo editor",
        "perché così è più veloce",
        "c'è gente nuova in ufficio",
        "hai ragione",
        "il predicato `special?` è vero",
        "",
      })
  void takesNoItalianStatementForAQuestion(String sentence) {
    assertThat(nlp.question(sentence, ITALIAN)).isEqualTo(NONE);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void knowsThatAMarkInsideASentenceAsksNothing(Language language) {
    assertThat(nlp.question("special? http://a.b/?c=d `x?`", language)).isEqualTo(NONE);
  }
}
