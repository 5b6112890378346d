package ponte.consent;

import java.util.BitSet;

/** Which characters of a text belong to secrets. */
final class Secrets {

  private final String text;
  private final Folded folded;
  private final BitSet secret = new BitSet();

  private Secrets(String text) {
    this.text = text;
    this.folded = Folded.of(text);
  }

  /** Finds them in a time that grows with the length of the text, whatever the text is. */
  static Secrets in(String text) {
    var secrets = new Secrets(text);
    var plain = secrets.folded.text();
    Keys.find(plain, secrets);
    Addresses.find(plain, secrets);
    Passwords.find(plain, secrets);
    Logins.find(plain, secrets);
    PaymentCards.find(plain, secrets);
    Ibans.find(plain, secrets);
    NamedNumbers.find(plain, secrets);
    FiscalCodes.find(plain, secrets);
    return secrets;
  }

  /** Adds a stretch of the folded text. */
  void add(int from, int to) {
    secret.set(folded.place(from), folded.place(to));
  }

  /** Whether a character of the folded text is secret already. */
  boolean has(int place) {
    return secret.get(folded.place(place));
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
