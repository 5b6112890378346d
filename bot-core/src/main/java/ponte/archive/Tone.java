package ponte.archive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a message begins, as far as that tells whether it goes on from another; in either language,
 * since chat mixes them.
 */
enum Tone {
  /** It hails the room or a newcomer. */
  GREETS(
      List.of("hi", "hello", "hey", "heya", "hiya", "morning", "evening", "greetings"),
      List.of("ciao", "salve", "buongiorno", "buonasera", "buondì")),

  /** It thanks. */
  THANKS(
      List.of("thanks", "thank", "thx", "ty", "thankyou", "cheers", "tnx", "tks", "thanx"),
      List.of("grazie", "ringrazio")),

  /** It says yes or no, or that something was heard. */
  REPLIES(
      List.of(
          "yes", "yeah", "yep", "yup", "yea", "no", "nope", "nah", "ok", "okay", "right", "exactly",
          "sure", "correct", "true", "indeed", "agreed", "lol", "haha", "hehe", "heh", "cool",
          "nice", "great", "good", "perfect", "awesome", "hmm", "hm", "oh", "ah", "ahh", "aha",
          "np", "k", "ic", "wow", "sorry", "oops", "not"),
      List.of(
          "sì",
          "si",
          "già",
          "certo",
          "esatto",
          "giusto",
          "vero",
          "perfetto",
          "bene",
          "bello",
          "ottimo",
          "va",
          "figurati",
          "prego",
          "boh",
          "eh",
          "mh",
          "scusa",
          "scusate")),

  /** It goes on from what stands before it, or points at it. */
  LEANS(
      List.of(
          "and", "but", "or", "so", "because", "cause", "then", "also", "it", "its", "it's", "that",
          "that's", "thats", "this", "they", "he", "she", "them", "which", "though", "if", "just",
          "maybe", "you", "u", "your", "try", "well", "what", "why", "did", "does", "do", "is",
          "are"),
      List.of(
          "e", "ma", "o", "però", "quindi", "perché", "allora", "poi", "anche", "che", "questo",
          "quello", "cioè", "forse", "se", "prova"));

  private static final Map<String, Tone> BY_WORD =
      Stream.of(values())
          .flatMap(tone -> tone.words.stream().distinct().map(word -> Map.entry(word, tone)))
          .collect(
              Collectors.toUnmodifiableMap(
                  Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));

  private final List<String> words;

  Tone(List<String> english, List<String> italian) {
    words = Stream.concat(english.stream(), italian.stream()).toList();
  }

  /** The tone of a message whose first word this is, in lower case. */
  static Optional<Tone> of(String firstWord) {
    return Optional.ofNullable(BY_WORD.get(firstWord));
  }
}
