package ponte.nlp;

/**
 * A few words that tell what a text is about.
 *
 * @param text the words as they were written first, in their order
 * @param weight above 0; comparable within one text only
 */
public record KeyPhrase(String text, double weight) {}
