package ponte.community.map;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Period;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.TimeSpan;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Shows those who look after the community the map of people: as a picture, and in words. */
public final class MapReplies {

  private static final int TOLD = 8;

  private final PeopleMaps maps;
  private final Directory directory;
  private final Roles roles;
  private final Clock clock;

  MapReplies(PeopleMaps maps, Directory directory, Roles roles, Clock clock) {
    this.maps = maps;
    this.directory = directory;
    this.roles = roles;
    this.clock = clock;
  }

  /** Whether the asker looks after the community: the map is for nobody else. */
  public boolean mayLook(Asker asker) {
    var person = asker.person();
    return person != null && roles.looksAfter(person, directory);
  }

  public Reply show(Command.PeopleMap wish, Asker asker) {
    var texts = Texts.in(asker.language());
    if (!mayLook(asker)) {
      return Reply.saying(texts, "map.managers-only");
    }
    var channel = wish.channel();
    if (channel != null && open(channel, asker).isEmpty()) {
      return Reply.saying(texts, "map.no-channel", channel);
    }
    return drawn(wish, asker)
        .map(drawn -> reply(drawn, texts))
        .orElseGet(() -> Reply.saying(texts, "map.too-few", maps.fewest()));
  }

  /** The map; empty where there is none for the asker, or too few would be on it. */
  public Optional<MapSheet> drawn(Command.PeopleMap wish, Asker asker) {
    var channel = wish.channel();
    var found = channel == null ? Optional.<Channel>empty() : open(channel, asker);
    return channel != null && found.isEmpty()
        ? Optional.empty()
        : drawn(found.orElse(null), wish.topic(), wish.period(), asker);
  }

  /**
   * The map of a channel, of which there may be several with its name.
   *
   * @param channel null: all
   * @param topic null: whatever it is about
   * @return empty where there is none for the asker, or too few would be on it
   */
  public Optional<MapSheet> drawn(
      @Nullable Channel channel, @Nullable String topic, Period period, Asker asker) {
    var span = span(period, asker.zone());
    if (!mayLook(asker) || span.length().isNegative() || span.length().isZero()) {
      return Optional.empty();
    }
    var texts = Texts.in(asker.language());
    var channels = channel == null ? Set.<ChannelId>of() : Set.of(channel.id());
    var of = of(channel == null ? null : channel.name(), topic, span, asker, texts);
    return maps.of(new PeopleMaps.Wish(span, channels, topic), asker.audience())
        .map(map -> new MapSheet(map, new Captions(map, of, texts, this::nameOf), this::nameOf));
  }

  private Optional<Channel> open(String name, Asker asker) {
    return directory.channelNamed(name, asker.audience()).filter(Channel::isPublic);
  }

  private TimeSpan span(Period period, ZoneId zone) {
    return switch (period) {
      case Period.Usual() -> maps.lately();
      case Period.LastDays(var days) -> maps.back(Duration.ofDays(days));
      case Period.Dates(var first, var last) ->
          new TimeSpan(
              first.atStartOfDay(zone).toInstant(),
              last.plusDays(1).atStartOfDay(zone).toInstant());
      case Period.Between(var from, var until, _) -> new TimeSpan(from, until);
    };
  }

  private String of(
      @Nullable String channel, @Nullable String topic, TimeSpan span, Asker asker, Texts texts) {
    var now = clock.instant();
    var last = span.until().isAfter(now) ? now : span.until().minusNanos(1);
    var from = texts.day(span.from(), asker.zone());
    var until = texts.day(last, asker.zone());
    if (channel == null) {
      return topic == null
          ? texts.say("map.of.all", from, until)
          : texts.say("map.of.topic", from, until, topic);
    }
    return topic == null
        ? texts.say("map.of.channel", from, until, channel)
        : texts.say("map.of.channel-and-topic", from, until, channel, topic);
  }

  private Reply reply(MapSheet sheet, Texts texts) {
    var map = sheet.map();
    var captions = sheet.captions();
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(captions.title()));
    blocks.add(
        Block.Picture.of(
            texts.say("map.file"), captions.title(), captions.alternative(), sheet.png()));
    blocks.add(new Block.Listing(texts.say("map.groups"), groups(map, captions, texts)));
    if (map.groups().size() > 1 || !map.sides().names().isEmpty()) {
      var bridges = bridges(map, captions, texts);
      blocks.add(
          bridges.isEmpty()
              ? Block.Paragraph.plain(texts.say("map.bridges.none"))
              : new Block.Listing(captions.bridges(), bridges));
    }
    blocks.add(new Block.Note(RichText.plain(captions.left() + " " + texts.say("map.how"))));
    return new Reply(texts.language(), blocks);
  }

  private List<Block.Item> groups(PeopleMap map, Captions captions, Texts texts) {
    return IntStream.range(0, Math.min(TOLD, map.groups().size()))
        .mapToObj(
            place -> {
              var group = map.groups().get(place);
              var channels = String.join(", ", group.channels().stream().map(this::hash).toList());
              return new Block.Item(
                  List.of(RichText.plain(captions.group(place))),
                  RichText.plain(texts.say("map.group.about", group.size(), channels)));
            })
        .toList();
  }

  private List<Block.Item> bridges(PeopleMap map, Captions captions, Texts texts) {
    return map.bridges().stream()
        .limit(TOLD)
        .map(
            bridge -> {
              var people =
                  bridge.people().stream().map(place -> map.nodes().get(place).person()).toList();
              return new Block.Item(
                  List.of(
                      RichText.plain(
                          texts.say(
                              "map.bridge",
                              captions.side(bridge.one()),
                              captions.side(bridge.other())))),
                  said(texts.say("map.bridge.about", bridge.ties(), "\0"), people));
            })
        .toList();
  }

  /** Words with people in the place of a mark. */
  private static RichText said(String words, List<PersonId> people) {
    var mark = words.indexOf('\0');
    var spans = new ArrayList<Span>();
    spans.add(new Span.Plain(words.substring(0, mark)));
    for (var person : people) {
      if (spans.size() > 1) {
        spans.add(new Span.Plain(", "));
      }
      spans.add(new Span.Mention(person));
    }
    spans.add(new Span.Plain(words.substring(mark + 1)));
    return new RichText(spans);
  }

  private String nameOf(PersonId person) {
    return directory.person(person).map(Person::name).orElse(person.value());
  }

  private String hash(ChannelId channel) {
    return "#" + nameOf(channel);
  }

  private String nameOf(ChannelId channel) {
    return directory.channel(channel).map(Channel::name).orElse(channel.value());
  }
}
