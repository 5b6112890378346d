package ponte.nlp;

/** What an apostrophe hangs on a word. */
final class Apostrophes {

  private Apostrophes() {}

  /**
   * A word without what an apostrophe hung on it, {@code Kafka's} or {@code po'}; but {@code don't}
   * stays, as it would turn into its opposite.
   */
  static String without(String word) {
    int apostrophe = Math.max(word.lastIndexOf('\''), word.lastIndexOf('\u2019'));
    if (apostrophe <= 0) {
      return word;
    }
    return switch (word.substring(apostrophe + 1)) {
      case "", "s", "ll", "ve", "re", "d", "m", "S" -> word.substring(0, apostrophe);
      default -> word.replace('\u2019', '\'');
    };
  }
}
