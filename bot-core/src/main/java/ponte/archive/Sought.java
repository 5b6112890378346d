package ponte.archive;

import java.util.List;
import ponte.nlp.Language;

/**
 * What is searched for: a topic, and what may stand in for some of its words.
 *
 * @param topic words as a person typed them, in either language
 * @param gist the part of them of which enough has to come up in what is about the topic: of a
 *     whole mail what it is about
 */
public record Sought(String topic, String gist, List<StandIn> standIns) {

  /**
   * Other words for one of the topic's in one language: its translation, what it is short for,
   * another way to write it. Whoever used them is taken to have used the word.
   *
   * @param word as it stands in the topic
   * @param other one word or several; of several all must come up
   * @param language of {@code other}: it counts where that was spoken
   * @param worth what it counts where {@code word} itself counts 1, above 0 to 1
   */
  public record StandIn(String word, String other, Language language, double worth) {

    public StandIn {
      if (worth <= 0 || worth > 1) {
        throw new IllegalArgumentException("worth is " + worth + ", must be above 0, at most 1");
      }
    }
  }

  public Sought {
    standIns = List.copyOf(standIns);
  }

  /** A topic that is all gist. */
  public Sought(String topic, List<StandIn> standIns) {
    this(topic, topic, standIns);
  }

  /** The topic's own words only. */
  public static Sought exactly(String topic) {
    return new Sought(topic, List.of());
  }
}
