package ponte.teams.card;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ponte.conversation.PersonId;
import ponte.nlp.Language;
import ponte.reply.Reply;
import ponte.reply.Texts;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Draws replies as Adaptive Cards of schema 1.5, <https://adaptivecards.io/explorer/>, within the
 * limits of Teams whatever the reply holds.
 *
 * <p>What is too long for one card becomes several messages, five at most; what then remains is
 * left out, and the last one says so. A line that is too long for its place is cut and keeps its
 * link. Colours are the client's own, and so fit its theme.
 */
public final class Cards {

  /** What an Adaptive Card is among the attachments of a message. */
  public static final String CONTENT_TYPE = "application/vnd.microsoft.card.adaptive";

  private final Pointers pointers;

  public Cards(Pointers pointers) {
    this.pointers = pointers;
  }

  /** The messages that say a reply, in order, at least one. */
  public List<Drawn> messages(Reply reply, Eyes eyes) {
    return drawn(reply, pieces(reply, eyes), Limits.MESSAGES);
  }

  private List<Piece> pieces(Reply reply, Eyes eyes) {
    return new Drawing(pointers, eyes).pieces(reply.blocks());
  }

  /**
   * The messages that say a reply to one of several people, each in a chat of their own, with a
   * button that opens one for all of them, where it can be known how.
   *
   * @param others those beside the reader
   */
  public List<Drawn> toEach(Reply reply, PersonId reader, Set<PersonId> others) {
    var pieces = new ArrayList<>(pieces(reply, new Eyes.One(reader)));
    pointers
        .chat(reader, others)
        .map(
            chat ->
                Shapes.openUrl(chat)
                    .put("title", texts(reply.language()).say("together"))
                    .put("style", "positive"))
        .ifPresent(
            open -> pieces.add(Piece.of(Shapes.with("ActionSet", "actions", List.of(open)), "")));
    return drawn(reply, pieces, Limits.MESSAGES);
  }

  /** A reply on one card, such as the home card; what does not fit is left out, and it says so. */
  public Drawn one(Reply reply, PersonId reader) {
    return drawn(reply, pieces(reply, new Eyes.One(reader)), 1).getFirst();
  }

  /**
   * The people of a reply as what a search in the compose box found, the whole body of the answer;
   * where it proposes nobody, what it says instead. What is put into a message says who it is and
   * nothing that only the asker may see, no address either: whoever reads the message sees it.
   */
  public ObjectNode results(Reply reply) {
    return new Results(pointers).of(reply);
  }

  private static List<Drawn> drawn(Reply reply, List<Piece> pieces, int most) {
    var pages = pages(pieces);
    var texts = texts(reply.language());
    var messages = new ArrayList<Drawn>();
    for (var page : pages.subList(0, Math.min(pages.size(), most))) {
      var cut = messages.size() == most - 1 && pages.size() > most;
      messages.add(drawn(page, cut ? texts.say("shortened") : "", texts));
    }
    return messages;
  }

  private static Drawn drawn(List<Piece> page, String closing, Texts texts) {
    var elements = new ArrayList<ObjectNode>();
    var words = new ArrayList<String>();
    var mentions = new LinkedHashSet<ObjectNode>();
    for (var piece : page) {
      elements.addAll(piece.elements());
      words.add(piece.words());
      mentions.addAll(piece.mentions());
    }
    if (!closing.isEmpty() || elements.isEmpty()) {
      elements.add(Shapes.small(closing.isEmpty() ? texts.say("empty") : closing));
    }
    var said = Words.text(words);
    var summary = said.isBlank() ? texts.say("buttons") : said;
    var card = card(elements, summary, texts.language());
    if (!mentions.isEmpty()) {
      card.withObject("/msteams").putArray("entities").addAll(mentions);
    }
    return new Drawn(summary, card);
  }

  /**
   * A card.
   *
   * @param words what it says to those who cannot see it
   */
  static ObjectNode card(List<ObjectNode> elements, String words, Language language) {
    var card =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "AdaptiveCard")
            .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
            .put("version", "1.5")
            .put("lang", language.locale().getLanguage())
            .put("fallbackText", Neutral.text(words));
    card.putObject("msteams").put("width", "Full");
    card.putArray("body").addAll(elements);
    return card;
  }

  /** Pieces in as few pages as their order allows; one page at least. */
  private static List<List<Piece>> pages(List<Piece> pieces) {
    var pages = new ArrayList<List<Piece>>();
    var page = new ArrayList<Piece>();
    int bytes = 0;
    for (var piece : pieces) {
      if (!page.isEmpty() && bytes + piece.bytes() > Limits.BODY) {
        pages.add(page);
        page = new ArrayList<>();
        bytes = 0;
      }
      page.add(piece);
      bytes += piece.bytes();
    }
    pages.add(page);
    return pages;
  }

  static Texts texts(Language language) {
    return Texts.of("ponte.teams.card.texts", language);
  }
}
