package ponte.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import ponte.nlp.Tokens.Kind;
import ponte.nlp.Tokens.Token;

/** Tells what the words of a sentence do in it, by OpenNLP's part-of-speech models. */
final class Tagger {

  /** A word, its place in the sentence, and what it does there. */
  record Tagged(String text, int start, int end, WordClass is) {}

  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

  private static final Set<String> LINKS =
      Set.of("di", "d", "del", "dello", "della", "dell", "dei", "degli", "delle");

  /** The tagger's time grows with the square of this; a longer sentence is a pasted log. */
  private static final int MOST_AT_ONCE = 200;

  /** Begins the names of those predicates of a model that are words. */
  private static final String WORD = "w=";

  private final Language language;
  private final Pool<POSTaggerME> taggers;
  private final Set<String> everyday;

  private Tagger(Language language, POSModel model, Set<String> everyday) {
    this.language = language;
    this.taggers = new Pool<>(() -> new POSTaggerME(model));
    this.everyday = everyday;
  }

  static Tagger load(Language language) {
    var resource =
        switch (language) {
          case ENGLISH -> "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";
          case ITALIAN -> "it-markit-pos.bin";
        };
    var model = Models.read(resource, POSModel::new);
    return new Tagger(language, greedy(model), words(model));
  }

  /** The words that the model knows whole: those that are frequent in the texts it has learned. */
  private static Set<String> words(POSModel model) {
    if (model.getArtifact("pos.model") instanceof AbstractModel weights
        && weights.getDataStructures()[1] instanceof Map<?, ?> predicates) {
      return predicates.keySet().stream()
          .map(Object::toString)
          .filter(predicate -> predicate.startsWith(WORD))
          .map(predicate -> Folding.fold(predicate.substring(WORD.length())))
          .collect(Collectors.toUnmodifiableSet());
    }
    throw new IllegalStateException("the tagger of " + model.getLanguage() + " knows no words");
  }

  /** Words of everyday language, in lower case and without accents. */
  Set<String> everyday() {
    return everyday;
  }

  /**
   * The model searched with a beam of one instead of three: twice as fast, with the same tags on
   * English chat and no more errors in Italian.
   */
  private static POSModel greedy(POSModel model) {
    MaxentModel weights = model.getArtifact("pos.model");
    return new POSModel(
        model.getLanguage(), new Unswayed(weights), 1, Map.of(), model.getFactory());
  }

  /** The words of a sentence and the signs between them, in order. */
  List<Tagged> tag(String sentence) {
    var pieces = pieces(sentence);
    var tagged = new ArrayList<Tagged>();
    for (int from = 0; from < pieces.size(); from += MOST_AT_ONCE) {
      tag(pieces.subList(from, Math.min(pieces.size(), from + MOST_AT_ONCE)), tagged);
    }
    return tagged;
  }

  private void tag(List<Tagged> pieces, List<Tagged> tagged) {
    var words = pieces.stream().map(Tagged::text).toArray(String[]::new);
    var tags = taggers.with(tagger -> tagger.tag(words));
    for (int i = 0; i < tags.length; i++) {
      var piece = pieces.get(i);
      var is = piece.is() == WordClass.NOUN ? WordClass.NOUN : classOf(piece, tags[i]);
      tagged.add(new Tagged(piece.text(), piece.start(), piece.end(), is));
    }
  }

  /** Words and signs, of which only code is known to be a noun so far. */
  private List<Tagged> pieces(String sentence) {
    var pieces = new ArrayList<Tagged>();
    int from = 0;
    for (var code = CODE.matcher(sentence); code.find(); from = code.end()) {
      addPieces(sentence, from, code.start(), pieces);
      pieces.add(new Tagged(code.group(1), code.start(1), code.end(1), WordClass.NOUN));
    }
    addPieces(sentence, from, sentence.length(), pieces);
    return pieces;
  }

  private void addPieces(String sentence, int from, int to, List<Tagged> pieces) {
    int behind = from;
    for (var token : Tokens.of(sentence.substring(from, to), language)) {
      addSigns(sentence, behind, from + token.start(), pieces);
      behind = from + token.end();
      pieces.add(piece(sentence, from, token));
    }
    addSigns(sentence, behind, to, pieces);
  }

  private static Tagged piece(String sentence, int from, Token token) {
    int start = from + token.start();
    int end = from + token.end();
    var text = token.kind() == Kind.ADDRESS ? "@" : sentence.substring(start, end);
    return new Tagged(text, start, end, WordClass.OTHER);
  }

  private static void addSigns(String sentence, int from, int to, List<Tagged> pieces) {
    var signs = sentence.substring(from, to).strip();
    if (!signs.isEmpty()) {
      pieces.add(new Tagged(signs, from, to, WordClass.OTHER));
    }
  }

  private WordClass classOf(Tagged piece, String tag) {
    if (!Character.isLetterOrDigit(piece.text().codePointAt(0)) && piece.text().charAt(0) != '.') {
      return WordClass.OTHER;
    }
    var word = Folding.fold(Apostrophes.without(piece.text()));
    if (language == Language.ITALIAN && LINKS.contains(word)) {
      return WordClass.LINK;
    }
    if (StopWords.of(language).contains(word)) {
      return WordClass.OTHER;
    }
    return switch (tag) {
      case "NOUN", "PROPN" -> WordClass.NOUN;
      case "ADJ" -> WordClass.ADJECTIVE;
      default -> WordClass.OTHER;
    };
  }
}
