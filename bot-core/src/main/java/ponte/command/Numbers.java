package ponte.command;

import java.util.OptionalInt;

/** Numbers in digits, and small ones in words. */
final class Numbers {

  private Numbers() {}

  /** The number a folded word says; empty where it says none. */
  static OptionalInt of(String word, Phrasebook book) {
    if (Character.isDigit(word.charAt(0))) {
      return OptionalInt.of(Integer.parseInt(word));
    }
    var named = book.phrases("numbers");
    for (var i = 0; i < named.size(); i++) {
      if (named.get(i).matcher(word).matches()) {
        return OptionalInt.of(i + 1);
      }
    }
    return OptionalInt.empty();
  }
}
