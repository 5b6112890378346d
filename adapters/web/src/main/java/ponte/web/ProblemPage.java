package ponte.web;

/**
 * A page that says what went wrong and what can be done.
 *
 * @param title and {@code words} in the reader's language
 */
public record ProblemPage(Reader reader, String title, String words) {}
