package ponte.listening;

import java.util.Collection;
import java.util.List;
import ponte.archive.Archive;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Talk;
import ponte.conversation.TimeSpan;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.nlp.Nlp;

/**
 * All that Ponte hears in what people say, over the same memory of it. Who opted out is neither
 * counted nor quoted; of channels that an audience may not open nothing is read.
 */
public final class Ears {

  private final Chatter chatter;
  private final Looks looks;
  private final ListeningRules rules;
  private final Gists gists;
  private final Questions questions;
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
    this.rules = rules;
    this.questions = new Questions(archive, preferences, gists, rules.reach());
    this.chatter = new Chatter(archive, directory, preferences, gists, questions, rules.reach());
    this.looks = new Looks(archive, directory, preferences, gists, nlp, digests.naming());
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

  /** What rises and fades, and the words that came into use. */
  public record Heard(List<Trend> trends, List<NewWord> words) {
    public Heard {
      trends = List.copyOf(trends);
      words = List.copyOf(words);
    }
  }

  /**
   * Trends and new words of a span, by one look.
   *
   * @param channels those to look at; none: all of the audience that are not archived
   * @throws ponte.archive.ArchiveUnavailableException if the archive can't be read
   */
  public Heard heard(Audience audience, TimeSpan span, Collection<ChannelId> channels) {
    return looks
        .remembering(
            chatter,
            chatter.open(audience, channels),
            span,
            Math.min(rules.trends().people(), rules.words().people()),
            audience)
        .map(look -> new Heard(trending.in(look), words.in(look, audience, span)))
        .orElse(new Heard(List.of(), List.of()));
  }

  /** Lets go of what was read: somebody is to be forgotten. */
  public void forgetAll() {
    gists.forgetAll();
    questions.forgetAll();
  }

  /** Lets go of what was read that is no more, or not all any more: this happened. */
  public void heard(List<Talk> talk) {
    questions.heard(talk);
    for (var event : talk) {
      switch (event) {
        case Talk.Deleted _, Talk.Edited _ -> gists.forget(event.message());
        case Talk.Posted _, Talk.Reacted _, Talk.Unreacted _ -> {}
      }
    }
  }

  /** Of which channels the questions are at hand. */
  List<ChannelId> atHand() {
    return questions.atHand();
  }
}
