package ponte.digest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/**
 * Whether other words for a sentence say nothing that the sentence does not.
 *
 * <p>They may leave out what describes a thing ({@link Omissions}) and smooth what is left with
 * articles; no more. Every other word they use is one of the sentence's, in its very form, since
 * another ending may be another time or another person, and in its order, since the same words in
 * another order may be the opposite. What turns a sentence round or binds it (not, unless, only,
 * maybe, who did it, whether it was done, how far) is all kept with what it stands before, and so
 * are all the small words that say where from and where to, with or over, on or off. So are numbers
 * and names, who or what it begins with and what it ends with, and a question stays one. Most of
 * what it says is kept; a greeting says nothing. The rules were set by hand, on the strict side:
 * where they doubt, the quote stands.
 */
final class Traceable {

  /** So much of the words of weight is kept at least. */
  private static final double LEAST_KEPT = 0.75;

  private static final Pattern NUMBER = Pattern.compile(".*\\d.*");

  /** Marks of other than sentences; none of them may come in. */
  private static final Pattern STRANGE = Pattern.compile("[\\p{Cc}\\p{Co}<>{}\\[\\]`|\\\\*_#@]");

  /** What must neither go nor come: it turns a sentence round, binds it, or says who and when. */
  private static final Set<String> BINDING_IN_ENGLISH =
      words(
          "not no never nobody none nothing neither nor without hardly barely cannot"
              + " if unless until except but although though however only just almost about"
              + " maybe perhaps might may could would should must shall will can"
              + " before after instead than or either more less most least too all some any"
              + " i we you he she they it me us him her them my our your his their its"
              + " is are was were be been am do does did has have had being");

  private static final Set<String> BINDING_IN_ITALIAN =
      words(
          "non no mai nessuno nessuna nessun niente nulla né neanche nemmeno neppure senza mica"
              + " se finché salvo tranne ma però anche solo soltanto appena quasi circa"
              + " forse magari potrebbe potrebbero dovrebbe dovrebbero deve devono può possono"
              + " prima dopo invece o oppure più meno troppo tutti tutte tutto alcuni alcune"
              + " io noi tu voi lui lei loro mi ci ti vi lo la li le gli me te si"
              + " mio nostro tuo vostro suo è sono era erano sia siamo siete ho hai ha abbiamo"
              + " avete hanno aveva avevano stato stata stati state sarà saranno");

  /**
   * Says where, whither, whence, with what: another one may be the opposite. What counts for no
   * term is kept besides, in both languages; these would count.
   */
  private static final Set<String> JOINING =
      words(
          "to from with into onto of at by for in on off out up down over under through across"
              + " against between among within during until till since upon about above below"
              + " behind beside besides beyond inside outside toward towards along around past per"
              + " via despite near back away apart ahead forward together again and but both because"
              + " when while where as so"
              + " a ad di da in con su per tra fra al allo alla ai agli alle del dello della dei"
              + " degli delle dal dallo dalla dai dagli dalle nel nello nella nei negli nelle sul"
              + " sullo sulla sui sugli sulle col coi verso contro durante mediante tramite entro"
              + " oltre presso dentro fuori sopra sotto davanti dietro lungo attraverso giù"
              + " indietro avanti ancora e ed perché quando mentre dove come");

  /** Articles may come and go. Italian ones that may be pronouns stay: {@code lo}, {@code la}. */
  private static final Set<String> ARTICLES_IN_ENGLISH = words("a an the");

  private static final Set<String> ARTICLES_IN_ITALIAN = words("il i un uno una");

  /** Opens a sentence and is no part of what it says. */
  private static final Set<String> OPENERS =
      words(
          "hi hello hey morning thanks sorry ok okay well so please honestly actually basically"
              + " anyway fyi ciao buongiorno buonasera salve grazie scusate scusa allora dunque"
              + " insomma comunque");

  /** Whom a greeting is for. */
  private static final Set<String> GREETED =
      words("all everybody everyone guys folks team tutti tutte ragazzi ragazze");

  /** Stands before whom a greeting is for. */
  private static final Set<String> GREETING = words("to a");

  private static Set<String> words(String words) {
    return Set.copyOf(List.of(words.split(" ")));
  }

  private final Nlp nlp;

  Traceable(Nlp nlp) {
    this.nlp = nlp;
  }

  /** Whether {@code words} say nothing but what {@code sentence} says. */
  boolean saysNothingElse(String words, String sentence) {
    var language = nlp.language(sentence);
    if (words.isBlank()
        || words.length() > sentence.length()
        || language.isEmpty()
        || isQuestion(words) != isQuestion(sentence)
        || hasStrange(words, sentence)) {
      return false;
    }
    var said = weighty(sentence, language.get());
    var told = weighty(words, language.get());
    var kept = places(told, said);
    return !told.isEmpty()
        && kept.size() == told.size()
        && kept.getFirst() == 0
        && kept.getLast() == said.size() - 1
        && told.size() >= LEAST_KEPT * said.size()
        && keepsWhatBinds(kept, said)
        && leavesOutOnly(new Omissions(sentence, language.get(), nlp), kept, said);
  }

  private static boolean isQuestion(String text) {
    return text.strip().endsWith("?");
  }

  private static boolean hasStrange(String words, String sentence) {
    var strange = STRANGE.matcher(words);
    while (strange.find()) {
      if (sentence.indexOf(strange.group().charAt(0)) < 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * A word of weight.
   *
   * @param stays names, numbers, what binds and what joins must stay
   * @param article whether an article stands before it
   */
  private record Weight(String word, boolean stays, boolean article) {}

  /** The words but for articles and a greeting at the beginning, in order. */
  private List<Weight> weighty(String text, Language language) {
    var binding =
        switch (language) {
          case ENGLISH -> BINDING_IN_ENGLISH;
          case ITALIAN -> BINDING_IN_ITALIAN;
        };
    var articles =
        switch (language) {
          case ENGLISH -> ARTICLES_IN_ENGLISH;
          case ITALIAN -> ARTICLES_IN_ITALIAN;
        };
    var words = nlp.words(text, language);
    var weighty = new ArrayList<Weight>();
    int opening = opening(words);
    boolean article = false;
    for (int i = opening; i < words.size(); i++) {
      var word = words.get(i);
      var plain = plain(word);
      if (articles.contains(plain)) {
        article = true;
        continue;
      }
      boolean binds =
          binding.contains(plain)
              || plain.contains("'")
              || plain.endsWith(language == Language.ENGLISH ? "ly" : "mente");
      boolean named = i > opening && Character.isUpperCase(word.codePointAt(0));
      boolean number = NUMBER.matcher(word).matches();
      boolean joins = nlp.terms(word, language).isEmpty() || JOINING.contains(plain);
      weighty.add(new Weight(plain, binds || named || number || joins, article));
      article = false;
    }
    return weighty;
  }

  /** A word as it is compared. */
  static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('’', '\'');
  }

  /** How many words only open the sentence. */
  private static int opening(List<String> words) {
    int opening = 0;
    for (int i = 0; i < words.size(); i++) {
      var word = plain(words.get(i));
      boolean opens = OPENERS.contains(word) || opening > 0 && GREETED.contains(word);
      if (opens) {
        opening = i + 1;
      } else if (opening != i || !GREETING.contains(word)) {
        break;
      }
      // "Ciao a": part of the greeting only if whom it is for comes next.
    }
    return opening;
  }

  /** Where each told word stands among those said, as far as they come in the same order. */
  private static List<Integer> places(List<Weight> told, List<Weight> said) {
    var places = new ArrayList<Integer>();
    int next = 0;
    for (var weight : told) {
      while (next < said.size() && !said.get(next).word().equals(weight.word())) {
        next++;
      }
      if (next == said.size()) {
        return places;
      }
      places.add(next++);
    }
    return places;
  }

  /** Whether nothing that stays is lost, nor the word it stands before. */
  private static boolean keepsWhatBinds(List<Integer> kept, List<Weight> said) {
    var places = new HashSet<>(kept);
    for (int i = 0; i < said.size(); i++) {
      if (said.get(i).stays()
          && (!places.contains(i) || i + 1 < said.size() && !places.contains(i + 1))) {
        return false;
      }
    }
    return true;
  }

  /** Whether each word that is left out may be, before the word that follows it. */
  private static boolean leavesOutOnly(Omissions omissions, List<Integer> kept, List<Weight> said) {
    var places = new HashSet<>(kept);
    for (int i = 0; i + 1 < said.size(); i++) {
      var next = said.get(i + 1);
      if (!places.contains(i)
          && (next.article()
              || next.stays()
              || !omissions.mayGo(said.get(i).word(), next.word()))) {
        return false;
      }
    }
    return true;
  }
}
