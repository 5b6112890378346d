package ponte.bot;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import ponte.directory.ChannelRules;
import ponte.directory.Directory;
import ponte.expert.Workspace;
import ponte.nudge.Holidays;
import ponte.platform.ReadingProgress;
import ponte.store.Queue;
import ponte.store.Records;
import ponte.store.StoreUnavailableException;

/** A replica that dies after so many writes: with every later one it fails. */
final class Mortal {

  private Mortal() {}

  static Ponte ponte(Team team, int steps) {
    return ponte(team, steps, Ponte.Rules.DEFAULT);
  }

  static Ponte ponte(Team team, int steps, Ponte.Rules rules) {
    return ponte(team, steps, team.acme.directory, rules);
  }

  /** One that does not die, and was started with other rules for channels. */
  static Ponte under(ChannelRules channels, Team team) {
    var directory = new Directory(team.acme.records, channels);
    return ponte(team, Integer.MAX_VALUE, directory, Ponte.Rules.DEFAULT);
  }

  private static Ponte ponte(Team team, int steps, Directory directory, Ponte.Rules rules) {
    var left = new AtomicInteger(steps);
    return new Ponte(
        new Ponte.Ports(
            team.acme.archive,
            directory,
            port(Records.class, team.acme.records, left),
            port(Queue.class, team.queue, left),
            Workspace.NLP,
            ReadingProgress.NONE,
            Holidays.NONE,
            List.of(),
            team.acme.clock),
        rules);
  }

  private static <T> T port(Class<T> port, T real, AtomicInteger left) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              if (Set.of("write", "writeAll", "remove", "add").contains(method.getName())
                  && left.getAndDecrement() <= 0) {
                throw new StoreUnavailableException("dead", new IllegalStateException());
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
