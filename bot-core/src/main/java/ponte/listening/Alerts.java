package ponte.listening;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import ponte.command.Sounding.Subject;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;

/** Who is told what every week, by the account with which they said so. */
public final class Alerts {

  private final Records records;

  public Alerts(Records records) {
    this.records = records;
  }

  private record Kept(List<Alert> alerts) {
    private Kept {
      alerts = List.copyOf(alerts);
    }
  }

  /** Those of a person, in the order in which they wanted them. */
  public List<Alert> of(PersonId person) {
    return records.find(key(person)).map(Alerts::read).orElse(List.of());
  }

  /** Adds one, unless there is one of the same. */
  void add(PersonId person, Alert alert) {
    change(
        person,
        old -> {
          if (old.stream().anyMatch(each -> each.isOf(alert.subject(), alert.channel()))) {
            return old;
          }
          var more = new ArrayList<>(old);
          more.add(alert);
          return more;
        });
  }

  /** Ends those of a channel; null: those of all that a person may open. */
  void remove(PersonId person, Subject subject, @Nullable ChannelId channel) {
    change(person, old -> old.stream().filter(each -> !each.isOf(subject, channel)).toList());
  }

  /** Ends those of a person. */
  public void forget(PersonId person) {
    change(person, _ -> List.of());
  }

  /** Ends those of a workspace. */
  public void forget(WorkspaceId workspace) {
    records.drop(partition(workspace));
  }

  /** Gives each one of a workspace. */
  void each(WorkspaceId workspace, BiConsumer<PersonId, Alert> taker) {
    records.each(
        partition(workspace),
        document ->
            read(document)
                .forEach(
                    alert -> taker.accept(new PersonId(workspace, document.key().id()), alert)));
  }

  private void change(PersonId person, UnaryOperator<List<Alert>> change) {
    records.change(
        key(person),
        Kept.class,
        new Kept(List.of()),
        kept -> new Kept(change.apply(kept.alerts())));
  }

  private static List<Alert> read(Document document) {
    return Codec.read(document.content(), Kept.class).alerts();
  }

  private static Partition partition(WorkspaceId workspace) {
    return new Partition("trend-alerts", workspace.value());
  }

  private static Key key(PersonId person) {
    return partition(person.workspace()).key(person.value());
  }
}
