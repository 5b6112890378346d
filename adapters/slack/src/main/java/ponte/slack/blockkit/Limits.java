package ponte.slack.blockkit;

/** What Block Kit takes: docs.slack.dev, "Blocks", "Block elements", "chat.postMessage". */
final class Limits {

  static final int MESSAGE_BLOCKS = 50;
  static final int VIEW_BLOCKS = 100;

  /** Of a text object in a section or a context; kept to in rich text, too, which states none. */
  static final int TEXT = 3000;

  static final int HEADER = 150;
  static final int BUTTON_LABEL = 75;
  static final int ROW = 25;

  /** Of the text that stands for the blocks in notifications and to screen readers. */
  static final int FALLBACK = 3000;

  /** Of all texts of a message together: above about 13,200, Slack says msg_blocks_too_long. */
  static final int MESSAGE_TEXT = 12_000;

  /** Of a card's reasons and evidence, so that its buttons stay with them. */
  static final int CARD_TEXT = 6000;

  static final int URL = 3000;

  /** Of a list's line: longer ones are for the message that it links to. */
  static final int ITEM = 1500;

  /** The most messages one reply becomes. */
  static final int MESSAGES = 5;

  private Limits() {}
}
