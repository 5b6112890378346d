package ponte.expert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** Tells an answer from what is said out of courtesy: thanks, a nod, that somebody will look. */
final class Substance {

  /** What carries no answer, beside the words that carry nothing anyway. */
  private static final Set<String> COURTESIES =
      Arrays.stream(
              """
              thanks thank thx ty tnx tks thanx cheers welcome please hi hello hey morning
              yes yeah yep yup no nope nah ok okay k right exactly sure correct true indeed agreed
              lol haha hehe cool nice great good perfect awesome amazing excellent lovely fantastic
              super hmm oh ah wow sorry oops np problem problems worries pleasure well done work
              works job lot lots much many very really so help helpful helped helping appreciate
              appreciated kudos congrats congratulations noted understood got gotcha
              will have look looking check checking see now soon later asap minute moment
              +1 plus bump same here everyone everybody all team guys folks
              grazie ringrazio mille molte tante prego figurati niente ciao salve buongiorno
              sì si già certo esatto giusto vero perfetto bene benissimo bello ottimo ottima bravo
              brava bravi fantastico va fatto lavoro boh eh mh scusa scusate capito ricevuto ok
              guardo controllo vedo subito adesso ora dopo presto arrivo aiuto anche tutti ragazzi
              """
                  .strip()
                  .split("\\s+"))
          .collect(Collectors.toUnmodifiableSet());

  private Substance() {}

  /** Whether a text has a word that can be an answer. */
  static boolean isIn(String text, Nlp nlp) {
    var language = nlp.language(text).orElse(Language.ENGLISH);
    return nlp.words(text, language).stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .filter(word -> !COURTESIES.contains(word))
        .anyMatch(word -> !nlp.terms(word, language).isEmpty());
  }
}
