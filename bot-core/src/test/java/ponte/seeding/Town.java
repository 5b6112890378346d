package ponte.seeding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import ponte.archive.Chat;
import ponte.community.Community;
import ponte.community.CommunityRules;
import ponte.community.Networks;
import ponte.consent.WrittenNames;
import ponte.conversation.Message;
import ponte.directory.Roles;
import ponte.expert.Workspace;
import ponte.introduction.ChannelLanguage;
import ponte.listening.Ears;
import ponte.listening.ListeningRules;
import ponte.nlp.Language;
import ponte.nudge.EffectRules;
import ponte.nudge.Effects;

/** Two public channels and what sources see there at a moment, for tests. Days are counted back. */
final class Town {

  static final List<String> PEOPLE =
      List.of("ada", "ben", "cleo", "dan", "eve", "finn", "gus", "hal");

  final Chat dev = Chat.in("dev");
  final Chat ops = Chat.in("ops");
  final Workspace acme = new Workspace().people(PEOPLE.toArray(String[]::new)).open("dev", "ops");

  private int minute;

  private static final double DAY = 24 * 60;
  private static final double LATER = 10 * 60;

  /** What somebody says so many days ago, hours after everyday talk: it begins a conversation. */
  Message says(Chat chat, int daysAgo, String author, String text) {
    return posts(chat, at(daysAgo) + LATER, author, text);
  }

  private Message posts(Chat chat, double at, String author, String text) {
    var message = chat.says(at, author, text);
    acme.archive.apply(List.of(Chat.posted(message)));
    return message;
  }

  Message replies(Chat chat, Message root, String author, String text) {
    return replies(chat, root, author, text, ++minute);
  }

  /** What somebody says to it so many minutes later. */
  Message replies(Chat chat, Message root, String author, String text, int minutes) {
    double asked = Duration.between(Chat.START, root.at()).toSeconds() / 60.0;
    var message = chat.replies(asked + minutes, asked, author, text);
    acme.archive.apply(List.of(Chat.posted(message)));
    return message;
  }

  private double at(int daysAgo) {
    return Duration.between(Chat.START, now()).toMinutes() - daysAgo * DAY + ++minute % (LATER / 2);
  }

  /** Weeks in which everybody says something of nothing much every day, up to a day ago. */
  Town withEverydayTalk(Chat chat, int firstDay, int lastDay) {
    for (int day = firstDay; day >= lastDay; day--) {
      for (var person : PEOPLE) {
        posts(chat, at(day), person, "The coffee in the kitchen is fine today.");
      }
    }
    return this;
  }

  Instant now() {
    return acme.clock.instant();
  }

  Scene scene() {
    var languages = new ChannelLanguage(acme.archive, Workspace.NLP, acme.clock);
    var scene =
        new Scene(acme.archive, acme.digests(), acme.preferences, Workspace.NLP, names(), now());
    scene.read(acme.directory.channels(), languages, Language.ENGLISH);
    return scene;
  }

  private WrittenNames names() {
    return WrittenNames.ofEverybody(acme.directory, Workspace.NLP);
  }

  Subjects subjects() {
    return new Subjects(Workspace.NLP, this::names);
  }

  Wording wording() {
    return new Wording(acme.digests().retelling(), Workspace.NLP, this::names);
  }

  Ears ears() {
    return new Ears(
        new Ears.Ground(
            acme.archive,
            acme.directory,
            acme.preferences,
            acme.records,
            Workspace.NLP,
            acme.digests(),
            Runnable::run,
            acme.clock),
        ListeningRules.DEFAULT);
  }

  Networks networks() {
    return networks(acme);
  }

  /** Who turned to whom in a workspace. */
  static Networks networks(Workspace acme) {
    return new Community(
            new Community.Ground(
                acme.archive,
                acme.directory,
                acme.preferences,
                Workspace.NLP,
                new Roles(Set.of(), Set.of()),
                new Effects(acme.records, EffectRules.DEFAULT, acme.clock),
                Runnable::run,
                acme.clock),
            CommunityRules.DEFAULT)
        .networks();
  }
}
