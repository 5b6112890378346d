package ponte.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.nlp.Language.ENGLISH;
import static ponte.nlp.Language.ITALIAN;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

  private static final List<String> TEXTS =
      List.of(
          "Does anyone know why the `staging` database is slow? I restarted it, e.g. twice.",
          "Qualcuno sa perché il database di staging è lento? L'ho riavviato due volte.",
          "Kafka Zookeeper",
          "The certificate of the payments gateway expires tomorrow. Who renews it?",
          "Il certificato del gateway dei pagamenti scade domani. Chi lo rinnova?");

  @Test
  void saysTheSameToManyThreadsAtOnceFromTheFirstCallOn() throws Exception {
    var expected = TEXTS.stream().map(text -> everything(new Nlp(), text)).toList();
    var shared = new Nlp();
    var start = new CountDownLatch(1);
    var answers = new ArrayList<Future<List<String>>>();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return TEXTS.stream().map(text -> everything(shared, text)).toList();
                }));
      }
      start.countDown();
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    }
  }

  private static String everything(Nlp nlp, String text) {
    var language = nlp.language(text, List.of(), ITALIAN);
    var sentences = nlp.sentences(text);
    var terms = sentences.stream().map(sentence -> nlp.terms(sentence, language)).toList();
    var signs = sentences.stream().map(sentence -> nlp.question(sentence, language)).toList();
    return String.join(
        "|",
        language.toString(),
        sentences.toString(),
        nlp.words(text, ENGLISH).toString(),
        terms.toString(),
        signs.toString(),
        nlp.keyPhrases(sentences, language, _ -> 1, 5).toString());
  }
}
