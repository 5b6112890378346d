package ponte.expert;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.colleague.Meant;
import ponte.colleague.WhichOne;
import ponte.command.Alternatives;
import ponte.command.Command;
import ponte.consent.Preferences;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.reply.Reply;

/** Answers who knows about something, and takes it when somebody is not the right one. */
public final class ExpertAnswers {

  private final Experts experts;
  private final Opinions opinions;
  private final Directory directory;
  private final ExpertReplies replies;
  private final ExpertRules rules;

  public ExpertAnswers(
      Experts experts,
      Opinions opinions,
      Directory directory,
      Preferences preferences,
      ExpertRules rules,
      Clock clock) {
    this.experts = experts;
    this.opinions = opinions;
    this.directory = directory;
    this.rules = rules;
    this.replies = new ExpertReplies(rules, new Availability(directory, preferences, clock));
  }

  /**
   * Names those who know about the topic, or says that nobody was found and what to do then; of
   * several topics, any of which is enough, for each. Of a team it names those whose profile names
   * that, else, saying so, others.
   */
  public Reply whoKnows(Command.WhoKnows command, Asker asker) {
    var topics = Alternatives.in(command.topic());
    if (topics.size() == 1) {
      return named(command, command.more() ? rules.most() : rules.people(), asker);
    }
    var each = Math.min(rules.people(), Math.max(1, rules.most() / topics.size()));
    var told = new Telling(asker);
    topics.forEach(topic -> told.and(named(command.about(topic), each, asker).blocks()));
    return told.reply();
  }

  private Reply named(Command.WhoKnows command, int limit, Asker asker) {
    var topic = command.topic();
    var team = command.team();
    if (team == null) {
      return replies.found(experts.on(topic, asker, limit), asker);
    }
    var members = new Members(team, directory);
    var finding = experts.on(topic, asker, limit, members::has);
    return finding.isNobody()
        ? replies.others(experts.on(topic, asker, limit), team, asker)
        : replies.members(finding, team, asker);
  }

  /**
   * Answers where a name was expected and nobody has it: whoever is called like nobody may be no
   * person but a part of a question. Where somebody has a similar name, only asks.
   *
   * @param topic null where none was said
   * @param command what is wished for of the one who is meant
   */
  public Reply instead(
      Meant.Nobody nobody,
      @Nullable String topic,
      Asker asker,
      Function<PersonId, Command> command) {
    var which = WhichOne.asked(nobody, asker, command);
    if (!nobody.similar().isEmpty()) {
      return which;
    }
    var words = topic == null ? nobody.name() : nobody.name() + " " + topic;
    var found = replies.found(experts.on(words, asker), asker);
    return new Telling(asker).and(which.blocks()).and(found.blocks()).reply();
  }

  /**
   * What a card says of who is away or not to be disturbed until after a moment; empty where they
   * are back by then.
   */
  public Optional<String> absence(Person person, Instant until, Asker asker) {
    return replies.absence(person, until, asker);
  }

  /** Names these. */
  public Reply shown(Finding finding, Asker asker) {
    return replies.found(finding, asker);
  }

  /**
   * Keeps that this person is not the right one for the asker and the topic, and why, if it was
   * said; else it asks for the reason, and names the others. Handling the same request again
   * changes nothing.
   */
  public Reply notRight(Command.NotRight command, Asker asker) {
    var person = asker.person();
    if (person == null) {
      return replies.whoAreYou(asker);
    }
    var notRight = directory.person(command.person());
    if (notRight.isEmpty()) {
      return replies.found(experts.on(command.topic(), asker), asker);
    }
    opinions.notRight(person, command.person(), command.topic(), command.why());
    return command.why() == null
        ? replies.noted(notRight.get(), command.topic(), experts.on(command.topic(), asker), asker)
        : replies.noted(notRight.get(), command.why(), asker);
  }

  /** Takes back that this person is not the right one. */
  public Reply rightAgain(Command.RightAgain command, Asker asker) {
    var person = asker.person();
    if (person == null) {
      return replies.whoAreYou(asker);
    }
    for (var account : directory.accounts(person)) {
      for (var other : directory.accounts(command.person())) {
        opinions.withdraw(account, other, command.topic());
      }
    }
    return replies.found(experts.on(command.topic(), asker), asker);
  }
}
