package ponte.community.map;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ponte.conversation.ChannelId;
import ponte.reply.Texts;

/** What is written on a map, in one language. */
public final class Captions {

  private static final int TOLD = 5;
  private static final int WORDS = 2;

  private final PeopleMap map;
  private final String of;
  private final Texts texts;
  private final Function<ChannelId, String> channels;

  /**
   * @param of what it is of: the channels, the topic, the time
   * @param channels what a channel is called
   */
  public Captions(PeopleMap map, String of, Texts texts, Function<ChannelId, String> channels) {
    this.map = map;
    this.of = of;
    this.texts = texts;
    this.channels = channels;
  }

  public String title() {
    return texts.say("map.title", of);
  }

  /** What a group is called: by its number and what sets its talk apart. */
  public String group(int group) {
    return group + 1 + " " + name(group);
  }

  /** What one side of a bridge is called. */
  public String side(int place) {
    return map.sides().kind() == PeopleMap.Sides.Kind.GROUPS
        ? group(place)
        : map.sides().names().get(place);
  }

  /** Between what the bridges are, and where that is from. */
  public String bridges() {
    return texts.say("map.bridges." + map.sides().kind());
  }

  /** What sets a group's talk apart; else where it talks; else that it is one. */
  public String name(int place) {
    var group = map.groups().get(place);
    if (!group.words().isEmpty()) {
      return group.words().stream().limit(WORDS).collect(Collectors.joining(", "));
    }
    return group.channels().stream()
        .findFirst()
        .map(channels)
        .map(name -> "#" + name)
        .orElse(texts.say("map.group"));
  }

  /** How the picture is read, in a few lines. */
  List<String> legend() {
    var legend = new ArrayList<String>();
    legend.add(texts.say("map.legend.size"));
    legend.add(texts.say("map.legend.colour"));
    legend.add(left());
    return legend;
  }

  /** Who is not drawn, in numbers. */
  public String left() {
    var left = new ArrayList<String>();
    left.add(texts.say("map.left.drawn", map.nodes().size()));
    if (map.isolated() > 0) {
      left.add(texts.say("map.left.isolated", map.isolated()));
    }
    if (map.undrawn() > 0) {
      left.add(texts.say("map.left.small", map.undrawn()));
    }
    return String.join(" ", left);
  }

  /** What the picture shows, for those who cannot see it. */
  public String alternative() {
    var groups =
        IntStream.range(0, Math.min(TOLD, map.groups().size()))
            .mapToObj(i -> texts.say("map.group-of", name(i), map.groups().get(i).size()))
            .collect(Collectors.joining("; "));
    return texts.say("map.alternative", of, map.nodes().size(), map.groups().size(), groups);
  }
}
