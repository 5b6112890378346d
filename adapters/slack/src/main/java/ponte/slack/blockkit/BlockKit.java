package ponte.slack.blockkit;

import java.util.ArrayList;
import java.util.List;
import ponte.nlp.Language;
import ponte.reply.Form;
import ponte.reply.Reply;
import ponte.reply.Texts;
import tools.jackson.databind.node.ObjectNode;

/**
 * Draws replies with Block Kit, within its limits whatever the reply holds.
 *
 * <p>What is too long for one message becomes several, five at most; what then remains is left out,
 * and the last one says so. A line that is too long for its place is cut and keeps its link.
 */
public final class BlockKit {

  private final Pointers pointers;

  public BlockKit(Pointers pointers) {
    this.pointers = pointers;
  }

  /** The messages that say a reply, in order, at least one. */
  public List<Drawn> messages(Reply reply, Eyes eyes) {
    var pages =
        pages(new Drawing(pointers, eyes).pieces(reply.blocks()), Limits.MESSAGE_BLOCKS - 1);
    var texts = texts(reply.language());
    var messages = new ArrayList<Drawn>();
    for (var page : pages.subList(0, Math.min(pages.size(), Limits.MESSAGES))) {
      var last = messages.size() == Limits.MESSAGES - 1 && pages.size() > Limits.MESSAGES;
      messages.add(drawn(page, last ? texts.say("shortened") : "", texts));
    }
    return messages;
  }

  /** A person's home page, as {@code views.publish} takes it. */
  public ObjectNode home(Reply reply) {
    var pieces = new Drawing(pointers, Eyes.ONE).pieces(reply.blocks());
    var blocks = new ArrayList<ObjectNode>();
    var whole = true;
    for (var piece : pieces) {
      whole = whole && blocks.size() + piece.blocks().size() < Limits.VIEW_BLOCKS;
      if (whole) {
        blocks.addAll(piece.blocks());
      }
    }
    if (!whole || blocks.isEmpty()) {
      blocks.add(Shapes.context(texts(reply.language()).say(whole ? "empty" : "shortened")));
    }
    return Shapes.with("home", "blocks", blocks);
  }

  /**
   * A form as a window of its own, as {@code views.open} takes it. What is filled in comes back
   * under the name of each field as block, with {@link Modal#ACTION} as action.
   */
  public static ObjectNode modal(Form form) {
    return Modal.of(form);
  }

  private static Drawn drawn(List<Piece> page, String closing, Texts texts) {
    var blocks = new ArrayList<ObjectNode>();
    var words = new ArrayList<String>();
    for (var piece : page) {
      blocks.addAll(piece.blocks());
      words.add(piece.words());
    }
    var text = Fallback.text(words);
    if (!closing.isEmpty() || blocks.isEmpty()) {
      blocks.add(Shapes.context(closing.isEmpty() ? texts.say("empty") : closing));
    }
    return new Drawn(text.isBlank() ? texts.say("buttons") : text, blocks);
  }

  /** Pieces in as few pages as their order allows; one page at least. */
  private static List<List<Piece>> pages(List<Piece> pieces, int mostBlocks) {
    var pages = new ArrayList<List<Piece>>();
    var page = new ArrayList<Piece>();
    int blocks = 0;
    int characters = 0;
    for (var piece : pieces) {
      if (!page.isEmpty()
          && (blocks + piece.blocks().size() > mostBlocks
              || characters + piece.characters() > Limits.MESSAGE_TEXT)) {
        pages.add(page);
        page = new ArrayList<>();
        blocks = 0;
        characters = 0;
      }
      page.add(piece);
      blocks += piece.blocks().size();
      characters += piece.characters();
    }
    pages.add(page);
    return pages;
  }

  private static Texts texts(Language language) {
    return Texts.of("ponte.slack.blockkit.texts", language);
  }
}
