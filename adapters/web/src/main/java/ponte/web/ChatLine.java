package ponte.web;

/**
 * An entry and its place in a person's chat.
 *
 * @param number 1 for the first entry ever, one more for each
 */
public record ChatLine(long number, ChatEntry entry) {}
