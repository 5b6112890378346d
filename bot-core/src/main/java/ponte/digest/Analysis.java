package ponte.digest;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Message;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.nlp.Language;
import ponte.nlp.LanguageSign;
import ponte.nlp.Nlp;
import ponte.nlp.NounGroup;
import ponte.nlp.QuestionSign;

/** What one text says. Each part is read when it is first wanted, once, whoever wants it. */
final class Analysis {

  private static final Pattern MARKS = Pattern.compile("[?!.…\\s)\"”]+$");

  /** Dotted names, types, calls, arrows: words within them are no words of a talk. */
  private static final Pattern NAMES_OF_CODE =
      Pattern.compile(
          "[\\p{L}\\d_$]+(?:(?:\\.|::|#)[\\p{L}_$][\\p{L}\\d_$?!*-]*)+"
              + "|[\\p{L}\\d_$.-]+[(\\[{<]\\S*|\\S*(?:[-=]>|<-|\\|>)\\S*|\\S*_\\S*");

  /** Pasted logs are long and tell no topic. */
  private static final int MOST_CHARACTERS = 2_000;

  private final RichText text;
  private final String searchable;
  private final Nlp nlp;
  private final Cleaner cleaner;
  private @Nullable LanguageSign sign;
  private final Map<Language, List<String>> terms = new EnumMap<>(Language.class);
  private final Map<Language, List<String>> spoken = new EnumMap<>(Language.class);
  private final Map<Language, List<Sentence>> sentences = new EnumMap<>(Language.class);
  private final Set<Cue> looked = EnumSet.noneOf(Cue.class);
  private final Set<Cue> has = EnumSet.noneOf(Cue.class);

  Analysis(RichText text, Nlp nlp, Cleaner cleaner) {
    this.text = text;
    this.searchable = text.searchable();
    this.nlp = nlp;
    this.cleaner = cleaner;
  }

  boolean isOf(Message message) {
    return message.text().equals(text);
  }

  String searchable() {
    return searchable;
  }

  /** Whether it has a phrase of this kind, in any language: chat mixes them. */
  synchronized boolean has(Cue cue) {
    if (looked.add(cue) && Cues.anyHas(cue, searchable)) {
      has.add(cue);
    }
    return has.contains(cue);
  }

  /** Whether any sentence may ask something, in any language. */
  boolean asks() {
    return Stream.of(Language.values())
        .flatMap(language -> sentences(language).stream())
        .anyMatch(sentence -> sentence.sign() != QuestionSign.NONE);
  }

  /** Whether it has so many terms of another text, in one language. */
  boolean shares(int least, Analysis other) {
    return Stream.of(Language.values())
        .anyMatch(
            language -> {
              var shared = new HashSet<>(terms(language));
              shared.retainAll(other.terms(language));
              return shared.size() >= least;
            });
  }

  /** What it tells of its language. */
  synchronized LanguageSign sign() {
    var known = sign;
    if (known == null) {
      known = nlp.languageSign(searchable);
      sign = known;
    }
    return known;
  }

  /** The terms of the beginning of it. */
  synchronized List<String> terms(Language language) {
    return terms.computeIfAbsent(
        language,
        _ ->
            List.copyOf(
                nlp.terms(
                    searchable.substring(0, Math.min(searchable.length(), MOST_CHARACTERS)),
                    language)));
  }

  /** The terms of the beginning of it that were said and are no code, nor parts of its names. */
  synchronized List<String> spoken(Language language) {
    return spoken.computeIfAbsent(
        language,
        _ -> {
          var all = withoutCode(text.spans());
          var words = all.substring(0, Math.min(all.length(), MOST_CHARACTERS));
          var said = NAMES_OF_CODE.matcher(words).replaceAll(" ");
          return said.equals(searchable) ? terms(language) : List.copyOf(nlp.terms(said, language));
        });
  }

  private static String withoutCode(List<Span> spans) {
    return new RichText(
            spans.stream()
                .map(
                    span ->
                        switch (span) {
                          case Span.Code _, Span.CodeBlock _ -> new Span.Plain(" ");
                          case Span.Link(var url, var label) when Masked.isAddress(label, url) ->
                              new Span.Plain(" ");
                          default -> span;
                        })
                .toList())
        .searchable();
  }

  /** What it says that can be quoted. */
  synchronized List<Sentence> sentences(Language language) {
    return sentences.computeIfAbsent(
        language,
        _ ->
            cleaner.sentences(text, language).stream()
                .map(quote -> new Sentence(quote, language, nlp))
                .toList());
  }

  /** A sentence of it. */
  static final class Sentence {

    private final Quotable quote;
    private final Language language;
    private final Nlp nlp;
    private final List<String> terms;
    private final QuestionSign sign;
    private final boolean rising;
    private final Set<Cue> looked = EnumSet.noneOf(Cue.class);
    private final Set<Cue> has = EnumSet.noneOf(Cue.class);
    private final Set<Cue> lookedAtStart = EnumSet.noneOf(Cue.class);
    private final Set<Cue> starts = EnumSet.noneOf(Cue.class);
    private @Nullable List<NounGroup> groups;
    private @Nullable Boolean leaning;
    private @Nullable Form form;

    /** How well it is formed, by these rules. */
    private record Form(DigestRules.Fit rules, double fit) {}

    Sentence(Quotable quote, Language language, Nlp nlp) {
      this.quote = quote;
      this.language = language;
      this.nlp = nlp;
      terms = List.copyOf(nlp.terms(quote.plain(), language));
      sign = nlp.question(quote.plain(), language);
      rising = sign == QuestionSign.MARK && isRising();
    }

    private Sentence(Quotable both, Sentence one, Sentence next, Sentence asked) {
      quote = both;
      language = one.language;
      nlp = one.nlp;
      terms = Stream.concat(one.terms.stream(), next.terms.stream()).toList();
      sign = asked.sign;
      rising = asked.rising;
    }

    /** This one and the next one as one; it asks what the next one asks. */
    Sentence then(Sentence next) {
      return new Sentence(quote.then(next.quote), this, next, next);
    }

    /** This one and the next one as one; it asks what this one asks. */
    Sentence goingOn(Sentence next) {
      return new Sentence(quote.then(next.quote), this, next, this);
    }

    /** This one and a later one as one, without what is between them. */
    Sentence upTo(Sentence later) {
      return new Sentence(quote.upTo(later.quote), this, later, later);
    }

    /** This one without the word that sets it against what was said before it. */
    Sentence withoutContrast() {
      int lead = Cues.in(language).lead(Cue.CONTRAST, quote.plain());
      return lead == 0 ? this : new Sentence(quote.without(lead), language, nlp);
    }

    /** English questions turn their words round; Italian ones often have their mark only. */
    private boolean isRising() {
      return switch (language) {
        case ENGLISH ->
            !starts(Cue.ASKING)
                && nlp.question(MARKS.matcher(quote.plain()).replaceAll(""), language)
                    == QuestionSign.NONE;
        case ITALIAN -> false;
      };
    }

    /** Reads all of it. What it does not have it does not start with either. */
    synchronized void prepare() {
      groups();
      for (var cue : Cue.values()) {
        if (has(cue)) {
          starts(cue);
        } else {
          lookedAtStart.add(cue);
        }
      }
    }

    Quotable quote() {
      return quote;
    }

    Language language() {
      return language;
    }

    List<String> terms() {
      return terms;
    }

    QuestionSign sign() {
      return sign;
    }

    /** Whether nothing but its mark makes it a question, in a language that words them. */
    boolean rising() {
      return rising;
    }

    synchronized boolean has(Cue cue) {
      if (looked.add(cue) && Cues.in(language).has(cue, quote.plain())) {
        has.add(cue);
      }
      return has.contains(cue);
    }

    synchronized boolean starts(Cue cue) {
      if (lookedAtStart.add(cue) && Cues.in(language).starts(cue, quote.plain())) {
        starts.add(cue);
      }
      return starts.contains(cue);
    }

    /**
     * Whether it points at what was said before it.
     *
     * @param look tells by the sentence alone
     */
    synchronized boolean leans(BooleanSupplier look) {
      var known = leaning;
      if (known == null) {
        known = look.getAsBoolean();
        leaning = known;
      }
      return known;
    }

    /**
     * How well it is formed.
     *
     * @param weigh tells by these rules and the sentence alone
     */
    synchronized double form(DigestRules.Fit rules, DoubleSupplier weigh) {
      var known = form;
      if (known == null || !known.rules().equals(rules)) {
        known = new Form(rules, weigh.getAsDouble());
        form = known;
      }
      return known.fit();
    }

    /** The things it names. */
    synchronized List<NounGroup> groups() {
      var known = groups;
      if (known == null) {
        known = nlp.nounGroups(quote.plain(), language);
        groups = known;
      }
      return known;
    }
  }
}
