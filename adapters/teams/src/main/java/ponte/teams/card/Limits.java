package ponte.teams.card;

/**
 * What Teams takes: 28 KB a card, 80 KB a message,
 * <https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages>.
 */
final class Limits {

  /** The most bytes of a card's body and mentions; what frames them fits beside it. */
  static final int BODY = 22_000;

  /** Of a card's piece that stays together. */
  static final int PIECE = 20_000;

  /** Bytes of the words that stand for a card, wherever they stand. */
  static final int FALLBACK = 2000;

  /** Characters of a paragraph; longer ones are cut in several. */
  static final int TEXT = 3000;

  static final int HEADER = 150;
  static final int NAME = 100;

  /** What a card as narrow as that of a chat shows of a button's title. */
  static final int BUTTON_LABEL = 40;

  /** Teams shows six buttons in a row at most. */
  static final int ROW = 5;

  /** Of the labels in a row, with their edges: on a phone longer rows are cut. */
  static final int ROW_CHARACTERS = 40;

  /** What a button's edges take, in characters. */
  static final int BUTTON_EDGE = 4;

  /** Buttons that stay with a person. */
  static final int CARD_BUTTONS = 5;

  /** Of a person's reasons and evidence. */
  static final int CARD_TEXT = 6000;

  /** Of a list's line: longer ones are for the message that it links to. */
  static final int ITEM = 1500;

  static final int URL = 2000;

  /** The most messages one reply becomes. */
  static final int MESSAGES = 5;

  private Limits() {}
}
