package ponte.expert;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.colleague.Colleagues;
import ponte.colleague.Meant;
import ponte.colleague.WhichOne;
import ponte.command.Command;
import ponte.command.Command.Whom;
import ponte.consent.Preferences;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.reply.Reply;

/**
 * Takes it when a question is answered, and who helped. Whom it is about is not written to: they
 * see in their topics that they helped, and a thank-you is the asker's to say.
 */
public final class Thanks {

  private static final int MOST = 5;

  private final Experts experts;
  private final ExpertAnswers answers;
  private final Opinions opinions;
  private final Preferences preferences;
  private final Colleagues colleagues;
  private final ExpertRules rules;

  public Thanks(
      Experts experts,
      ExpertAnswers answers,
      Opinions opinions,
      Directory directory,
      Preferences preferences,
      ExpertRules rules) {
    this.experts = experts;
    this.answers = answers;
    this.opinions = opinions;
    this.preferences = preferences;
    this.colleagues = Colleagues.toSpeakOf(directory, preferences);
    this.rules = rules;
  }

  /** Keeps who helped the asker, or asks for it. Handling the same again changes nothing. */
  public Reply solved(Command.Solved command, Asker asker) {
    var told = new Telling(asker);
    var self = asker.person();
    if (self == null) {
      return told.say("expert.who-are-you").reply();
    }
    var helper = command.helper();
    var topic = command.topic();
    if (helper == null) {
      return whoHelped(topic, asker);
    }
    return switch (colleagues.meant(helper, asker)) {
      case Meant.Self _ -> told.say("solved.yourself").reply();
      case Meant.One(var person) ->
          topic == null
              ? told.say("solved.with-what", person.name()).reply()
              : helped(person, topic, self, asker);
      case Meant.Several several ->
          WhichOne.asked(several, asker, one -> new Command.Solved(new Whom.Known(one), topic));
      case Meant.Nobody nobody ->
          answers.instead(
              nobody, topic, asker, one -> new Command.Solved(new Whom.Known(one), topic));
    };
  }

  /**
   * Of who is out nothing is kept; nobody learns that they are. Who is out themselves counts for
   * nobody, so that it is not kept what they say, either.
   */
  private Reply helped(Person person, String topic, PersonId by, Asker asker) {
    var told = new Telling(asker);
    if (preferences.isOut(by)) {
      return told.say("solved.out", person.name()).reply();
    }
    var met = experts.haveMet(by, person.id(), topic, asker);
    if (!preferences.isOut(person.id())) {
      opinions.helped(by, person.id(), topic, !met);
    }
    return told.say(
            met ? "solved.noted" : "solved.noted-of-a-stranger",
            person.name(),
            Quote.shortened(topic, 80))
        .reply();
  }

  private Reply whoHelped(@Nullable String topic, Asker asker) {
    var told = new Telling(asker);
    if (topic == null) {
      return told.say("solved.who").reply();
    }
    var finding = experts.on(topic, asker, Math.min(MOST, rules.most()));
    var people = new ArrayList<>(finding.experts().stream().map(Expert::person).toList());
    people.addAll(finding.declared());
    if (people.isEmpty()) {
      return told.say("solved.who").reply();
    }
    told.say("solved.which");
    people.forEach(
        person ->
            told.button(
                "solved.helper",
                new Command.Solved(new Whom.Known(person.id()), topic),
                person.name()));
    return told.reply();
  }
}
