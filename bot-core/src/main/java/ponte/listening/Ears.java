package ponte.listening;

import java.util.Collection;
import java.util.List;
import ponte.archive.Archive;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.TimeSpan;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.nlp.Nlp;

/**
 * All that Ponte hears in what people say, over the same memory of it. Who opted out is neither
 * counted nor quoted; of channels that an audience may not open nothing is read.
 */
public final class Ears {

  private final Gists gists;
  private final Trending trending;
  private final NewWords words;
  private final Recurring recurring;
  private final Risks risks;

  public Ears(
      Archive archive,
      Directory directory,
      Preferences preferences,
      Nlp nlp,
      Digests digests,
      ListeningRules rules) {
    this.gists = new Gists(nlp);
    var chatter = new Chatter(archive, directory, preferences, gists, rules.reach());
    var looks = new Looks(archive, directory, gists, nlp, digests.naming());
    this.trending = new Trending(chatter, looks, rules);
    this.words = new NewWords(archive, chatter, looks, rules);
    this.recurring = new Recurring(chatter, digests.retelling(), rules.asking());
    this.risks = new Risks(chatter, looks, rules.risks());
  }

  /** What rises and what fades. */
  public Trending trending() {
    return trending;
  }

  /** Questions that keep coming back. */
  public Recurring recurring() {
    return recurring;
  }

  /** Topics that people ask about and hardly anybody answers for. */
  public Risks risks() {
    return risks;
  }

  /**
   * The words that came into use in a span, those that most people use first.
   *
   * @param channels those to look at; none: all of the audience that are not archived
   * @throws ponte.archive.ArchiveUnavailableException if the archive can't be read
   */
  public List<NewWord> newWords(Audience audience, TimeSpan span, Collection<ChannelId> channels) {
    return words.in(audience, span, channels);
  }

  /** Lets go of what was read: somebody is to be forgotten. */
  public void forgetAll() {
    gists.forgetAll();
  }
}
