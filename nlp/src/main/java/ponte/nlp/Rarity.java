package ponte.nlp;

/** How rare terms are in the texts that somebody looks at. */
@FunctionalInterface
public interface Rarity {

  /** The inverse frequency of a term as {@link Nlp#terms} gives it: 0 or more, high is rare. */
  double of(String term);
}
