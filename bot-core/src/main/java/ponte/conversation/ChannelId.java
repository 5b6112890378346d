package ponte.conversation;

import java.util.Comparator;

/** Names a channel of a workspace. */
public record ChannelId(WorkspaceId workspace, String value) implements Comparable<ChannelId> {

  private static final Comparator<ChannelId> ORDER =
      Comparator.comparing(ChannelId::workspace).thenComparing(ChannelId::value);

  public ChannelId {
    Ids.requirePart("channel", value);
  }

  /** Reads what {@link #toString()} wrote. */
  public static ChannelId parse(String written) {
    var parts = Ids.parts(written, 2);
    return new ChannelId(new WorkspaceId(parts.get(0)), parts.get(1));
  }

  @Override
  public int compareTo(ChannelId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return workspace + "/" + value;
  }
}
