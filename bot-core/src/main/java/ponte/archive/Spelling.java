package ponte.archive;

/**
 * A word as people wrote it, but in lower case and without accents.
 *
 * @param conversations how many it occurs in
 */
public record Spelling(String word, long conversations) {}
