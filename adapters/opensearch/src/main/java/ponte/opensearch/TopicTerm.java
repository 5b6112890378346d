package ponte.opensearch;

import ponte.archive.Wish;
import ponte.nlp.Language;

/**
 * A term of a topic.
 *
 * @param frequency in how many visible conversations it occurs
 */
record TopicTerm(Language language, String text, long frequency) implements Wish.Term {

  /** By this a conversation that has it says so. */
  String name() {
    return language + ":" + text;
  }
}
