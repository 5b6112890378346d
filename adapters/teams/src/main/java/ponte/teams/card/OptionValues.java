package ponte.teams.card;

/** Values of options, written so that a comma between them is the only one. */
final class OptionValues {

  private OptionValues() {}

  static String write(String value) {
    return value.replace("%", "%25").replace(",", "%2C");
  }

  static String read(String written) {
    return written.replace("%2C", ",").replace("%25", "%");
  }
}
