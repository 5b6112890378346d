package ponte.home;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.bot.Asker;
import ponte.community.map.PeopleMaps;
import ponte.consent.Audit;
import ponte.consent.DoNotDisturb;
import ponte.consent.Preference;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.directory.Directory;
import ponte.expert.Opinions;
import ponte.expert.Requests;
import ponte.feed.Feeds;
import ponte.follow.Follow;
import ponte.follow.News;
import ponte.introduction.Invitations;
import ponte.introduction.Matter;
import ponte.listening.Alert;
import ponte.nudge.Effects;
import ponte.nudge.Followed;
import ponte.pairing.PairingDesk;
import ponte.schedule.PrivateSchedule;
import ponte.schedule.Schedule;
import ponte.schedule.SentDigests;
import ponte.seeding.SeedingDesk;
import ponte.store.Codec;
import ponte.unnamed.UnnamedQuestions;

/**
 * Writes down all that is kept of a person, for them alone; but for what colleagues said about
 * them, which would show who did.
 */
public final class Export {

  private static final int PAGE = 1_000;
  private static final TimeSpan ALWAYS = new TimeSpan(Instant.EPOCH, Instant.MAX);

  private final Archive archive;
  private final Directory directory;
  private final Opinions opinions;
  private final Requests requests;

  public Export(Archive archive, Directory directory, Opinions opinions, Requests requests) {
    this.archive = archive;
    this.directory = directory;
    this.opinions = opinions;
    this.requests = requests;
  }

  /** All there is. */
  record Everything(
      List<Person> profiles,
      List<String> channels,
      Preference preferences,
      List<Schedule> schedules,
      List<Opinions.Own> opinionsOfOthers,
      List<Instant> askedForHelp,
      Own own,
      List<Message> messages,
      List<Reacted> reactions) {}

  /** A reaction that they gave. */
  record Reacted(MessageId message, String emoji) {}

  /**
   * What is kept of a person beside what they wrote and how they want to be treated.
   *
   * @param privateDigests the digests that come to them alone
   * @param sentDigests those of them that came lately, and are kept to be corrected
   * @param follows the topics they follow
   * @param news the questions about them that they were told, or are to be told
   * @param posed the questions that Ponte posted in channels in their name
   * @param matters for what they were lately brought together with others
   * @param invitations to which questions they were lately invited
   * @param questions their questions that nobody answered at first, and what was done about them
   * @param nudges what they were lately told without having asked for it, and said to it
   * @param feeds the feeds of channels that they switched on
   * @param struck the conversations that are not to count for them
   * @param undisturbed when they are not to be disturbed, as each of their platforms last told
   * @param audit what the audit has of them
   * @param introductions what they want of being introduced to colleagues, and to whom they were
   * @param seeds the discussions that they began or were to take part in, and what they voted for
   * @param alerts of what they are told every week that rose and faded
   * @param places where they stood on the last map
   * @param deeds when something was done in their name that is not to be done twice
   * @param chat what they and Ponte said to each other, where Ponte keeps it
   * @param unnamed what they had asked without their name, and what was put to them so
   */
  public record Own(
      List<PrivateSchedule> privateDigests,
      List<SentDigests.Own> sentDigests,
      List<Follow> follows,
      List<News.Item> news,
      List<MessageId> posed,
      List<Matter> matters,
      List<Invitations.Invitation> invitations,
      List<Followed> questions,
      List<Effects.Shown> nudges,
      List<Feeds.Own> feeds,
      List<MessageId> struck,
      List<DoNotDisturb> undisturbed,
      List<Audit.Line> audit,
      PairingDesk.Own introductions,
      SeedingDesk.Own seeds,
      List<Alert> alerts,
      UnnamedQuestions.Kept unnamed,
      List<PeopleMaps.Place> places,
      List<Instant> deeds,
      List<Chronicle.Line> chat) {
    public Own {
      places = List.copyOf(places);
      privateDigests = List.copyOf(privateDigests);
      sentDigests = List.copyOf(sentDigests);
      follows = List.copyOf(follows);
      news = List.copyOf(news);
      posed = List.copyOf(posed);
      matters = List.copyOf(matters);
      invitations = List.copyOf(invitations);
      questions = List.copyOf(questions);
      nudges = List.copyOf(nudges);
      feeds = List.copyOf(feeds);
      struck = List.copyOf(struck);
      undisturbed = List.copyOf(undisturbed);
      audit = List.copyOf(audit);
      alerts = List.copyOf(alerts);
      deeds = List.copyOf(deeds);
      chat = List.copyOf(chat);
    }
  }

  /** A page to read, with all of it as JSON at its end. */
  String of(
      Asker asker, PersonId person, Preference preference, List<Schedule> schedules, Own own) {
    var all = everything(person, preference, schedules, own);
    return new ExportPage(directory, directory.audienceOf(person), asker).of(all, Codec.write(all));
  }

  private Everything everything(
      PersonId person, Preference preference, List<Schedule> schedules, Own own) {
    var accounts = directory.accounts(person);
    var audience = directory.audienceOf(person);
    var channels = directory.channels(audience);
    var written = written(accounts, audience);
    return new Everything(
        accounts.stream().flatMap(account -> directory.person(account).stream()).toList(),
        channels.stream()
            .filter(channel -> isIn(channel.id(), accounts))
            .map(channel -> channel.name())
            .toList(),
        preference,
        schedules,
        opinions.by(accounts, directory.people().stream().map(Person::id).toList()),
        requests.of(accounts, ALWAYS),
        own,
        written.messages(),
        written.reactions());
  }

  private boolean isIn(ChannelId channel, Set<PersonId> accounts) {
    return !Collections.disjoint(directory.members(channel), accounts);
  }

  /** What they wrote, and what they reacted to. */
  private record Written(List<Message> messages, List<Reacted> reactions) {}

  /**
   * In every channel of their workspaces, those that they can open no more among them: it is
   * theirs, and of what others wrote there nothing but its id is taken, nor how others react to it
   * since.
   */
  private Written written(Set<PersonId> accounts, Audience audience) {
    var workspaces = accounts.stream().map(PersonId::workspace).collect(Collectors.toSet());
    var messages = new LinkedHashMap<MessageId, Message>();
    var reactions = new LinkedHashSet<Reacted>();
    directory.channels().stream()
        .map(Channel::id)
        .filter(channel -> workspaces.contains(channel.workspace()))
        .forEach(
            channel ->
                each(
                    channel,
                    message -> {
                      if (accounts.contains(message.author())) {
                        messages.put(
                            message.id(),
                            audience.channels().contains(channel)
                                ? message
                                : message.with(List.of()));
                      }
                      message.reactions().stream()
                          .filter(each -> !Collections.disjoint(each.people(), accounts))
                          .forEach(each -> reactions.add(new Reacted(message.id(), each.emoji())));
                    }));
    return new Written(List.copyOf(messages.values()), List.copyOf(reactions));
  }

  private void each(ChannelId channel, Consumer<Message> what) {
    var from = Instant.EPOCH;
    while (true) {
      var page = archive.read(channel, new TimeSpan(from, Instant.MAX), PAGE, Audience.of(channel));
      page.stream().map(Filed::message).forEach(what);
      if (page.size() < PAGE) {
        return;
      }
      var last = page.getLast().message().at();
      from = last.equals(from) ? last.plusNanos(1_000) : last;
    }
  }
}
