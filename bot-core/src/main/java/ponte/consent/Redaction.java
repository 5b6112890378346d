package ponte.consent;

import java.util.List;
import ponte.conversation.RichText;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;

/**
 * Hides secrets in what Ponte is about to say: keys, tokens, passwords, payment cards, IBANs and
 * numbers of accounts that are called so, PINs, Italian fiscal codes and addresses marked private.
 * Each becomes {@value #MARK}, which reads the same in every language.
 *
 * <p>What was redacted once stays as it is; a text without secrets comes back equal.
 */
public final class Redaction {

  /** Stands where a secret stood. */
  public static final String MARK = "•••";

  public Redaction() {}

  /** The text, with a mark in place of each secret. */
  public String redact(String text) {
    return Secrets.in(text).hidden(0, text.length());
  }

  /**
   * The text with its spans, with a mark in place of each secret: a label and its value may be of
   * two natures, such as words and code.
   */
  public RichText redact(RichText text) {
    return Spans.withoutSecrets(text);
  }

  /**
   * The reply with a mark in place of each secret that a reader would see. What a button does
   * stays: its topic is what somebody asked for. So do forms and files: they hold what their reader
   * wrote, who is to have it back as it is.
   */
  public Reply redact(Reply reply) {
    return new Reply(reply.language(), reply.blocks().stream().map(this::redact).toList());
  }

  private Block redact(Block block) {
    return switch (block) {
      case Block.Heading(var text) -> new Block.Heading(redact(text));
      case Block.Paragraph(var text) -> new Block.Paragraph(redact(text));
      case Block.Note(var text) -> new Block.Note(redact(text));
      case Block.PersonCard(var person, var reasons, var evidence, var buttons) ->
          new Block.PersonCard(person, redact(reasons), items(evidence), buttons(buttons));
      case Block.Listing(var title, var items) -> new Block.Listing(redact(title), items(items));
      case Block.Buttons(var buttons) -> new Block.Buttons(buttons(buttons));
      case Block.FillIn fillIn -> fillIn;
      case Block.File file -> file;
      case Block.Picture picture -> picture;
    };
  }

  private List<RichText> redact(List<RichText> texts) {
    return texts.stream().map(this::redact).toList();
  }

  private List<Block.Item> items(List<Block.Item> items) {
    return items.stream()
        .map(item -> new Block.Item(redact(item.lines()), redact(item.small())))
        .toList();
  }

  private List<Button> buttons(List<Button> buttons) {
    return buttons.stream()
        .map(button -> new Button(redact(button.label()), button.command(), button.weight()))
        .toList();
  }
}
