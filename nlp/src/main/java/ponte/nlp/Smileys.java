package ponte.nlp;

/** Faces drawn with signs, and emoji by their names. */
final class Smileys {

  /** No face and no name of an emoji is longer. */
  static final int LONGEST = 64;

  private static final String EYES = ":;=8xX";
  private static final String NOSES = "-'^o";
  private static final String MOUTHS = "()[]{}DPpOo3/\\|*$Xx";

  private Smileys() {}

  /**
   * Whether these characters are one face such as {@code :-D}, or a name such as {@code :tada:}.
   */
  static boolean isSmiley(String text, int start, int end) {
    return end - start <= LONGEST && (isFace(text, start, end) || isName(text, start, end));
  }

  private static boolean isFace(String text, int start, int end) {
    int length = end - start;
    char eyes = text.charAt(start);
    if (length < 2 || EYES.indexOf(eyes) < 0) {
      return false;
    }
    boolean letterEyes = Character.isLetterOrDigit(eyes);
    int mouth = start + 1;
    if (length > 2 && NOSES.indexOf(text.charAt(mouth)) >= 0) {
      mouth++;
    }
    char first = text.charAt(mouth);
    if (MOUTHS.indexOf(first) < 0 || (letterEyes && first != 'D' && first != ')' && first != '(')) {
      return false;
    }
    for (int i = mouth + 1; i < end; i++) {
      if (text.charAt(i) != first) {
        return false;
      }
    }
    return true;
  }

  private static boolean isName(String text, int start, int end) {
    if (end - start < 3 || text.charAt(start) != ':' || text.charAt(end - 1) != ':') {
      return false;
    }
    for (int i = start + 1; i < end - 1; i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && "_+-:".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
