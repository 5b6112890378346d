package ponte.community.map;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import ponte.community.map.Surveying.Point;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * Where people stood on the last map of everybody, so that the next one looks like it: renewed once
 * a week, let go of after some weeks in which nobody looked.
 */
final class Places {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration KEPT = Duration.ofDays(90);

  private final Records records;
  private final Clock clock;

  Places(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /**
   * The places of people of one workspace.
   *
   * @param places by the ids of the people, in thousandths
   */
  private record Kept(Instant at, Map<String, List<Integer>> places) {}

  /** Where people of these workspaces stood. */
  Map<PersonId, Point> of(Collection<WorkspaceId> workspaces) {
    var places = new HashMap<PersonId, Point>();
    for (var workspace : workspaces) {
      find(workspace)
          .ifPresent(
              kept ->
                  kept.places()
                      .forEach(
                          (person, place) ->
                              places.put(new PersonId(workspace, person), point(place))));
    }
    return places;
  }

  /** Where somebody stood. */
  Optional<Point> of(PersonId person) {
    return find(person.workspace())
        .flatMap(kept -> Optional.ofNullable(kept.places().get(person.value())))
        .map(Places::point);
  }

  /**
   * Keeps places, if a week has gone by; who is absent goes at once.
   *
   * @param absent who does not take part any more
   */
  void keep(Map<PersonId, Point> places, Predicate<PersonId> absent) {
    places.entrySet().stream()
        .collect(Collectors.groupingBy(each -> each.getKey().workspace()))
        .forEach(
            (workspace, own) -> {
              var kept = find(workspace);
              if (kept.isEmpty() || kept.get().at().plus(WEEK).isBefore(clock.instant())) {
                renew(workspace, own);
              } else if (kept.get().places().keySet().stream()
                  .anyMatch(person -> absent.test(new PersonId(workspace, person)))) {
                change(workspace, each -> without(each, workspace, absent));
              }
            });
  }

  private void renew(WorkspaceId workspace, List<Map.Entry<PersonId, Point>> own) {
    var places = new HashMap<String, List<Integer>>();
    own.forEach(each -> places.put(each.getKey().value(), thousandths(each.getValue())));
    var kept = new Kept(clock.instant(), places);
    var version = records.find(key(workspace)).map(Document::version).orElse(0L);
    // Whoever else renews it just now has the same places.
    records.write(write(workspace, kept, version));
  }

  private static Kept without(Kept kept, WorkspaceId workspace, Predicate<PersonId> absent) {
    var places = new HashMap<>(kept.places());
    places.keySet().removeIf(person -> absent.test(new PersonId(workspace, person)));
    return new Kept(kept.at(), places);
  }

  /** Forgets where somebody stood. */
  void forget(PersonId person) {
    change(person.workspace(), kept -> without(kept, person.workspace(), person::equals));
  }

  void forget(WorkspaceId workspace) {
    records.drop(partition(workspace));
  }

  private void change(WorkspaceId workspace, UnaryOperator<Kept> change) {
    while (true) {
      var old = records.find(key(workspace));
      if (old.isEmpty()) {
        return;
      }
      var kept = change.apply(Codec.read(old.get().content(), Kept.class));
      if (records.write(write(workspace, kept, old.get().version()))) {
        return;
      }
    }
  }

  private static Write write(WorkspaceId workspace, Kept kept, long version) {
    return new Write(key(workspace), Codec.write(kept), version, null, kept.at().plus(KEPT));
  }

  private Optional<Kept> find(WorkspaceId workspace) {
    return records.find(key(workspace)).map(each -> Codec.read(each.content(), Kept.class));
  }

  private static Point point(List<Integer> thousandths) {
    return new Point(thousandths.getFirst() / 1000.0, thousandths.getLast() / 1000.0);
  }

  private static List<Integer> thousandths(Point place) {
    return List.of((int) Math.round(1000 * place.x()), (int) Math.round(1000 * place.y()));
  }

  private static Key key(WorkspaceId workspace) {
    return partition(workspace).key("places");
  }

  private static Partition partition(WorkspaceId workspace) {
    return new Partition("map-places", workspace.value());
  }
}
