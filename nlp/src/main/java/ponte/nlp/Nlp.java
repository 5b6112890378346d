package ponte.nlp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What text says about itself. Models load when they are first needed, once. Safe for threads. */
public final class Nlp {

  private static final Nlp SHARED = new Nlp();

  private final Lazy<LetterSequences> letters = new Lazy<>(LetterSequences::load);
  private final Lazy<Sentences> sentences = new Lazy<>(Sentences::load);
  private final Lazy<Questions> englishQuestions = new Lazy<>(() -> Questions.in(Language.ENGLISH));
  private final Lazy<Questions> italianQuestions = new Lazy<>(() -> Questions.in(Language.ITALIAN));
  private final Lazy<Courtesies> englishCourtesies =
      new Lazy<>(() -> Courtesies.in(Language.ENGLISH));
  private final Lazy<Courtesies> italianCourtesies =
      new Lazy<>(() -> Courtesies.in(Language.ITALIAN));
  private final Lazy<KeyPhrases> englishPhrases = new Lazy<>(() -> phrasesIn(Language.ENGLISH));
  private final Lazy<KeyPhrases> italianPhrases = new Lazy<>(() -> phrasesIn(Language.ITALIAN));
  private final Lazy<Set<String>> englishEveryday = new Lazy<>(() -> everydayIn(Language.ENGLISH));
  private final Lazy<Set<String>> italianEveryday = new Lazy<>(() -> everydayIn(Language.ITALIAN));
  private final Lazy<Translations> translations = new Lazy<>(Translations::load);
  private final Languages languages = new Languages(letters);

  Nlp() {}

  /** The one of this process: what models know does not change. */
  public static Nlp shared() {
    return SHARED;
  }

  /** Loads every model and list, for those who have time now and not later. */
  public void warmUp() {
    letters.get();
    sentences.get();
    translations.get();
    for (var language : Language.values()) {
      questions(language);
      phrases(language);
      terms(language.name(), language);
    }
  }

  /**
   * The language of one line of a chat; empty where it can't be told, as in a line of names, of no
   * words, or of as many signs of one language as of the other.
   */
  public Optional<Language> language(String text) {
    return languages.of(text);
  }

  /**
   * The language of a line among others: its own where it is plain, else that of most lines around
   * it, else what little it tells itself.
   *
   * @param context the last lines of its author or channel, newest last; the last five count
   * @param otherwise the answer where nothing tells
   */
  public Language language(String text, List<String> context, Language otherwise) {
    return languages.of(text, context, otherwise);
  }

  /** What one line of a chat tells of its language, to be judged among the lines around it. */
  public LanguageSign languageSign(String text) {
    return languages.sign(text);
  }

  /**
   * The sentences of a text in either language, in order, stripped, none empty. A line end ends a
   * sentence; a mark in an abbreviation, a version, an address or code between backticks does not.
   */
  public List<String> sentences(String text) {
    return sentences.get().of(text);
  }

  /**
   * The words and numbers of a text as they are written, in order, without punctuation. Italian
   * elisions are cut ({@code dell'} and {@code app}), English contractions aren't; identifiers,
   * versions and addresses are one word.
   */
  public List<String> words(String text, Language language) {
    return Tokens.of(text, language).stream().map(token -> token.in(text)).toList();
  }

  /**
   * The terms of a text, for comparing texts and for counting what is rare; in order, repeated as
   * often as they occur. {@link Analyzers} says what becomes of a word.
   */
  public List<String> terms(String text, Language language) {
    return Terms.of(text, language);
  }

  /**
   * A word that says nothing, but in capitals is the name of something, in capitals: {@code AI}, an
   * Italian {@code ai}; all other words as they are.
   */
  public String asName(String words, Language language) {
    return Acronyms.has(words, language) ? words.toUpperCase(Locale.ROOT) : words;
  }

  /**
   * The words of a text as people wrote them but in lower case and without accents, each once, in
   * order; stop words, numbers, addresses and what is too long for a word left out.
   */
  public Set<String> spellings(String text, Language language) {
    return Spellings.of(text, language);
  }

  /**
   * Words of the other language that may mean the same as a word or a few, the commonest first; by
   * a small dictionary of work life.
   */
  public List<String> translations(String words, Language language) {
    return translations.get().of(words, language);
  }

  /** Words of the same language that may mean the same, by the same dictionary. */
  public List<String> synonyms(String words, Language language) {
    return translations.get().synonyms(words, language);
  }

  /**
   * A question without what people say only to ask it, such as that they have one and who may help;
   * as it is where nothing else is in it.
   */
  public String subject(String question, Language language) {
    return courtesies(language).without(question);
  }

  /**
   * The sentences of a question that tell what it is about, where about half of it does not: of a
   * whole mail those that are not about whoever writes it. Otherwise the question as it is.
   *
   * @param otherwise the language of a sentence that does not tell its own
   */
  public String gist(String question, Language otherwise) {
    return new Gist(this, otherwise).of(question);
  }

  /**
   * Whether a sentence names several things that are no everyday language, as one that tells what a
   * question is about does.
   *
   * @param otherwise the language of the sentence where it does not tell
   */
  public boolean tells(String sentence, Language otherwise) {
    return new Gist(this, otherwise).tells(sentence);
  }

  /** Whether a word is of greetings, wishes, excuses and thanks in either language. */
  boolean isPleasantry(String word) {
    for (var language : Language.values()) {
      if (courtesies(language).isPleasantry(word)) {
        return true;
      }
    }
    return false;
  }

  private Courtesies courtesies(Language language) {
    return switch (language) {
      case ENGLISH -> englishCourtesies.get();
      case ITALIAN -> italianCourtesies.get();
    };
  }

  /** Whether a sentence asks, and how plainly. */
  public QuestionSign question(String sentence, Language language) {
    return questions(language).sign(sentence);
  }

  /**
   * What a text is about: its weightiest groups of nouns and adjectives, at most four words each,
   * best first; no two share a term. Code between backticks counts as a noun.
   *
   * @param sentences the text; what the first one says counts more
   * @param rarity how rare terms are elsewhere; a phrase of terms of rarity 0 is left out
   * @param limit most phrases to return, 0 or more
   */
  public List<KeyPhrase> keyPhrases(
      List<String> sentences, Language language, Rarity rarity, int limit) {
    var phrases = phrases(language);
    return keyPhrases(sentences.stream().map(phrases::groups).toList(), rarity, limit);
  }

  /**
   * The same of sentences of which the groups are known.
   *
   * @param groupsBySentence as {@link #nounGroups} gives them
   */
  public List<KeyPhrase> keyPhrases(
      List<List<NounGroup>> groupsBySentence, Rarity rarity, int limit) {
    return KeyPhrases.among(groupsBySentence, rarity, limit);
  }

  /** The things a sentence names, in order: its groups of nouns and adjectives. */
  public List<NounGroup> nounGroups(String sentence, Language language) {
    return phrases(language).groups(sentence);
  }

  /**
   * Whether a word belongs to everyday language, in any of its forms: it, or one with the same
   * stem, is frequent in the general texts that the taggers have learned, or stands in the
   * dictionary of work life. Names, and what few talk of, do not; chat mixes the languages, so
   * either one counts.
   */
  public boolean isEveryday(String word) {
    for (var language : Language.values()) {
      if (everydayTerms(language).containsAll(terms(word, language))
          || !translations(word, language).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /**
   * How central each sentence is among these: 1 for the most central ones, 0 for one without terms.
   */
  public double[] centrality(List<List<String>> sentencesAsTerms) {
    return Centrality.of(sentencesAsTerms);
  }

  /**
   * The sentences of what speakers say, in order, without what says nothing; each in the language
   * of its turn.
   *
   * @param otherwise the language where nothing tells
   */
  public List<Summaries.Sentence> spoken(List<Summaries.Turn> turns, Language otherwise) {
    return Speech.sentences(turns, this, otherwise);
  }

  /**
   * A conversation in a few of its sentences.
   *
   * @param sentences all of it, in order
   * @param limit most sentences to choose, 0 or more
   * @return the places of the chosen ones among all, the most telling first
   */
  public List<Integer> summary(List<Summaries.Sentence> sentences, int limit) {
    return Summaries.of(sentences, limit);
  }

  private Set<String> everydayTerms(Language language) {
    return switch (language) {
      case ENGLISH -> englishEveryday.get();
      case ITALIAN -> italianEveryday.get();
    };
  }

  private Set<String> everydayIn(Language language) {
    return Set.copyOf(terms(String.join(" ", phrases(language).everyday()), language));
  }

  private Questions questions(Language language) {
    return switch (language) {
      case ENGLISH -> englishQuestions.get();
      case ITALIAN -> italianQuestions.get();
    };
  }

  private KeyPhrases phrases(Language language) {
    return switch (language) {
      case ENGLISH -> englishPhrases.get();
      case ITALIAN -> italianPhrases.get();
    };
  }

  private static KeyPhrases phrasesIn(Language language) {
    return new KeyPhrases(language, Tagger.load(language));
  }
}
