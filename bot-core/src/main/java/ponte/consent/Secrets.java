package ponte.consent;

import java.util.BitSet;

/** Which characters of a text belong to secrets. */
final class Secrets {

  private final String text;
  private final BitSet secret = new BitSet();

  private Secrets(String text) {
    this.text = text;
  }

  /** Finds them in a time that grows with the length of the text, whatever the text is. */
  static Secrets in(String text) {
    var secrets = new Secrets(text);
    Keys.find(text, secrets);
    Addresses.find(text, secrets);
    Passwords.find(text, secrets);
    PaymentCards.find(text, secrets);
    Ibans.find(text, secrets);
    FiscalCodes.find(text, secrets);
    return secrets;
  }

  void add(int from, int to) {
    secret.set(from, to);
  }

  boolean has(int place) {
    return secret.get(place);
  }

  /** A part of the text, with one mark in place of each run of secret characters. */
  String hidden(int from, int to) {
    int next = secret.nextSetBit(from);
    if (next < 0 || next >= to) {
      return text.substring(from, to);
    }
    var shown = new StringBuilder();
    int at = from;
    while (next >= 0 && next < to) {
      shown.append(text, at, next).append(Redaction.MARK);
      at = Math.min(to, secret.nextClearBit(next));
      next = secret.nextSetBit(at);
    }
    return shown.append(text, at, to).toString();
  }
}
