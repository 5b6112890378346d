package ponte.nlp;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import ponte.nlp.Tokens.Token;

/**
 * The words of {@link Tokens} as Lucene wants them, without what was elided.
 *
 * <p>An identifier comes whole, as a keyword that nothing may stem, then in its parts, the first of
 * them in the same place. An address is its host and the words of its path.
 */
final class TermTokenizer extends Tokenizer {

  /** The type of what in capitals is no stop word. */
  static final String ACRONYM = "acronym";

  /** Longer things are keys, hashes and encoded data: nobody asks for them. */
  private static final int LONGEST = 60;

  private record Piece(String text, boolean keyword, boolean acronym, int step, Token token) {}

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

  private final TypeAttribute type = addAttribute(TypeAttribute.class);

  private final Language language;
  private final StringBuilder read = new StringBuilder();
  private final char[] buffer = new char[1024];
  private final Queue<Piece> pieces = new ArrayDeque<>();
  private String text = "";
  private Iterator<Token> tokens = Collections.emptyIterator();

  TermTokenizer(Language language) {
    this.language = language;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    read.setLength(0);
    for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
      read.append(buffer, 0, length);
    }
    text = read.toString();
    tokens = Tokens.of(text, language).iterator();
    pieces.clear();
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    while (pieces.isEmpty() && tokens.hasNext()) {
      takeApart(tokens.next());
    }
    var piece = pieces.poll();
    if (piece == null) {
      return false;
    }
    term.append(piece.text());
    keyword.setKeyword(piece.keyword());
    type.setType(piece.acronym() ? ACRONYM : TypeAttribute.DEFAULT_TYPE);
    step.setPositionIncrement(piece.step());
    offset.setOffset(correctOffset(piece.token().start()), correctOffset(piece.token().end()));
    return true;
  }

  @Override
  public void end() throws IOException {
    super.end();
    int end = correctOffset(text.length());
    offset.setOffset(end, end);
  }

  private void takeApart(Token token) {
    var word = token.in(text);
    switch (token.kind()) {
      case ELIDED -> {}
      case ADDRESS -> add(token, Addresses.host(word), true, Addresses.pathWords(word));
      case IDENTIFIER -> add(token, word, true, Identifiers.parts(word));
      case WORD -> {
        var bare = Apostrophes.without(word);
        if (Identifiers.hasHumps(bare)) {
          add(token, bare, true, Identifiers.parts(bare));
        } else {
          add(token, bare, false, List.of());
        }
      }
    }
  }

  private void add(Token token, String whole, boolean isKeyword, List<String> parts) {
    int next = 1;
    if (!whole.isEmpty() && whole.length() <= LONGEST) {
      var acronym = !isKeyword && Acronyms.isAt(whole, token.start(), text, language);
      pieces.add(new Piece(whole, isKeyword, acronym, 1, token));
      next = 0;
    }
    for (var part : parts) {
      if (part.length() <= LONGEST) {
        var acronym = Acronyms.isPart(part, whole, language);
        pieces.add(new Piece(part, false, acronym, next, token));
        next = 1;
      }
    }
  }
}
