package ponte.teams.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.bot.Errands;
import ponte.bot.Handler.Outcome;
import ponte.bot.Outbox;
import ponte.conversation.Channel;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.reply.Texts;
import ponte.store.Codec;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;
import ponte.teams.connector.Answer;
import ponte.teams.graph.GraphCall;
import ponte.teams.reference.Team;

/**
 * Tells who added Ponte to a team whether it hears everything there or only what mentions it.
 *
 * <p>Teams does not say which; the grants themselves ({@code /teams/{id}/permissionGrants}) could
 * only be read with one more permission. So Ponte tries what the consent is for: whoever may read
 * the messages of the team's first channel by it is sent them, too
 * (<https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-messages-with-rsc>).
 * Who may read them by a permission of the whole tenant is not, and catches up in rounds; which of
 * the two it was Graph does not say, and so what is said is true of both. Where Graph cannot be
 * asked at all, nothing is claimed.
 */
final class Hearing {

  /** What a consent that was just given may take until it is known everywhere. */
  static final Duration FIRST = Duration.ofMinutes(1);

  private static final Duration SECOND = Duration.ofMinutes(10);

  /** Teams tells in several ways that Ponte was added. */
  private static final Duration ONCE = Duration.ofMinutes(15);

  private final TeamQuestions graph;
  private final Directory directory;
  private final Errands errands;
  private final Outbox outbox;
  private final Records records;
  private final Clock clock;

  Hearing(
      TeamQuestions graph,
      Directory directory,
      Errands errands,
      Outbox outbox,
      Records records,
      Clock clock) {
    this.graph = graph;
    this.directory = directory;
    this.errands = errands;
    this.outbox = outbox;
    this.records = records;
    this.clock = clock;
  }

  Outcome hearing(TeamsErrand.Hearing errand) {
    return graph.ask(
        errand.tenant(),
        errand.team(),
        group -> GraphCall.message(group, errand.team()),
        _ -> say(errand, "hearing.everything"),
        refused -> refused(errand, refused));
  }

  private void refused(TeamsErrand.Hearing errand, Answer.Refused refused) {
    if (errand.attempt() == 0) {
      errands.add(
          new TeamsErrand.Hearing(
              errand.tenant(), errand.team(), errand.by(), errand.language(), errand.asked(), 1),
          clock.instant().plus(SECOND));
    } else if (refused.status() == 403) {
      say(errand, "hearing.mentions");
    }
  }

  private void say(TeamsErrand.Hearing errand, String what) {
    var said = new Partition("teams-hearing", errand.tenant().value()).key(errand.team());
    if (records.find(said).isPresent()) {
      return;
    }
    var language = language(errand.by(), errand.language());
    var texts = Texts.of("ponte.teams.sync.texts", language);
    var name =
        directory
            .channel(new Team(errand.tenant(), errand.team(), null).general())
            .map(Channel::name)
            .orElseGet(() -> texts.say("hearing.this-team"));
    outbox.send(
        List.of(
            new Outgoing(
                "teams-" + errand.key(),
                new Destination.Together(Set.of(errand.by())),
                new Reply(
                    language,
                    List.of(new Block.Paragraph(RichText.plain(texts.say(what, name))))))));
    // Last: who dies in between says it again, which the outbox takes once.
    records.write(Write.create(said, Codec.write(what)).expiring(clock.instant().plus(ONCE)));
  }

  private Language language(PersonId person, @Nullable Language told) {
    if (told != null) {
      return told;
    }
    var known = directory.person(person).map(Person::language);
    return known.orElse(Language.ENGLISH);
  }
}
