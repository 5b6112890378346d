package ponte.listening;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.archive.Archive;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Talk;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.nlp.Nlp;
import ponte.store.Records;

/**
 * All that Ponte hears in what people say, over the same memory of it. Who opted out is neither
 * counted nor quoted; of channels that an audience may not open nothing is read.
 */
public final class Ears {

  private final Directory directory;
  private final Chatter chatter;
  private final Looks looks;
  private final ListeningRules rules;
  private final Gists gists;
  private final Changes changes;
  private final Readings<Utterance> utterances;
  private final Readings<Question> questions;
  private final Trending trending;
  private final NewWords words;
  private final Recurring recurring;
  private final Risks risks;
  private final Preparation preparation;
  private final Clock clock;

  /**
   * What it stands on.
   *
   * @param beside reads what was said while nobody waits
   */
  public record Ground(
      Archive archive,
      Directory directory,
      Preferences preferences,
      Records records,
      Nlp nlp,
      Digests digests,
      Executor beside,
      Clock clock) {}

  public Ears(Ground ground, ListeningRules rules) {
    var archive = ground.archive();
    var reach = rules.reach();
    this.directory = ground.directory();
    this.clock = ground.clock();
    this.rules = rules;
    this.gists = new Gists(ground.nlp());
    this.changes = new Changes(ground.records());
    this.utterances =
        new Readings<>(archive, ground.preferences(), changes, new Utterances(gists), reach);
    this.questions =
        new Readings<>(archive, ground.preferences(), changes, new Questions(gists), reach);
    this.chatter = new Chatter(directory, utterances, questions, reach);
    this.looks =
        new Looks(
            archive,
            directory,
            ground.preferences(),
            gists,
            ground.nlp(),
            ground.digests().naming());
    this.trending = new Trending(chatter, looks, rules);
    this.words = new NewWords(archive, chatter, looks, rules);
    this.recurring = new Recurring(chatter, ground.digests().retelling(), rules.asking());
    this.risks = new Risks(chatter, looks, rules.risks());
    this.preparation = new Preparation(this::read, ground.beside());
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

  /**
   * Who said anything in a span, as far as it is read.
   *
   * @throws ponte.archive.ArchiveUnavailableException if the archive can't be read
   */
  public Set<PersonId> wrote(Audience audience, TimeSpan span) {
    return chatter.wrote(chatter.open(audience, List.of()), span);
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

  /**
   * Reads what was said while nobody waits, so that who asks need not: the usual spans of public
   * channels first, then longer ones, then private channels as far as there is room. What is said
   * later is added when somebody asks.
   */
  public void prepare() {
    preparation.begin();
  }

  private void read() {
    var open = chatter.open(directory.everybody(), List.of());
    var now = clock.instant();
    var asked = TimeSpan.before(now, rules.asking().span());
    var said = TimeSpan.before(now, rules.asking().span().plus(chatter.history()));
    chatter.asked(open, asked);
    chatter.in(open, TimeSpan.before(now, rules.reach().usual().plus(chatter.history())));
    chatter.in(open, said);
    for (var channel : directory.channels()) {
      if (!channel.isPublic() && !channel.archived() && questions.hasRoom()) {
        chatter.asked(List.of(channel.id()), asked);
      }
      if (!channel.isPublic() && !channel.archived() && utterances.hasRoom()) {
        chatter.in(List.of(channel.id()), said);
      }
    }
  }

  /** Reads nothing any more; what is being read beside has stopped when this returns. */
  public void stop() {
    utterances.stop();
    questions.stop();
    preparation.stop();
  }

  /**
   * Lets go of what was read: somebody was forgotten, or something is not kept any more. What was
   * read while nobody waited is so again.
   */
  public void forgetAll() {
    gists.forgetAll();
    utterances.forgetAll();
    questions.forgetAll();
    preparation.again();
  }

  /** Forgets what is kept of a workspace. */
  void forget(WorkspaceId workspace) {
    changes.forget(workspace);
    forgetAll();
  }

  /** Lets go of what was read that is no more, or not all any more: this happened. */
  public void heard(List<Talk> talk) {
    changes.heard(talk);
    for (var event : talk) {
      if (Changes.changes(event)) {
        gists.forget(event.message());
      }
    }
    utterances.heard(talk);
    questions.heard(talk);
  }

  /** Of which channels what was said, or asked, is at hand. */
  Set<ChannelId> atHand() {
    return Stream.concat(utterances.atHand().stream(), questions.atHand().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
